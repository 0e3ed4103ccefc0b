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

/** Keeps the interactions of the listed users. */
@Summary("Keeps the users that a file lists.")
public final class KeepUsers implements Prefilter {
  private final Params params;

  /**
   * The parameters.
   *
   * @param file path of a text file with one user id per line
   * @param unknown whether an id that is not in the data is an error, which is the default, or
   *     passed over
   */
  public record Params(
      @Param(description = "File with one user id per line.", aliases = "entities") Path file,
      @Param(
              description = "What to do about listed ids that are not in the data.",
              byDefault = "error")
          UnknownIds unknown) {}

  /** The prefilter with these parameters. */
  @Inject
  public KeepUsers(Params params) {
    this.params = params;
  }

  @Override
  public Interactions apply(Dataset data) {
    Interactions all = data.interactions();
    BitSet kept = EntityList.read(params.file, data.users(), "user", params.unknown);
    return Select.users(all, kept::get);
  }
}
