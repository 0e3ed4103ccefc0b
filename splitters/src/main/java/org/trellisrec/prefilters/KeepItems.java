package org.trellisrec.prefilters;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.BitSet;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Summary;
import org.trellisrec.splitters.EntityList;
import org.trellisrec.splitters.UnknownIds;

/** Keeps the interactions of the listed items. */
@Summary("Keeps the items that a file lists.")
public final class KeepItems implements Prefilter {
  private final Params params;

  /**
   * The parameters.
   *
   * @param file path of a text file with one item id per line
   * @param unknown whether an id that is not in the data is an error, which is the default, or
   *     passed over
   */
  public record Params(
      @Param(description = "File with one item id per line.", aliases = "entities") Path file,
      @Param(
              description = "What to do about listed ids that are not in the data.",
              byDefault = "error")
          UnknownIds unknown) {}

  /** The prefilter with these parameters. */
  @Inject
  public KeepItems(Params params) {
    this.params = params;
  }

  @Override
  public Interactions apply(Dataset data) {
    Interactions all = data.interactions();
    BitSet kept = EntityList.read(params.file, data.items(), "item", params.unknown);
    return Select.items(all, kept::get);
  }
}
