package org.trellisrec.io;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.Excerpt;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.SideInformationReader;
import org.trellisrec.spi.Summary;

/** Elliot's attribute files: per line an entity and its attributes, separated by tabs. */
@Summary("Reads Elliot's attribute files: per line an entity and its attributes.")
public final class ItemAttributes implements SideInformationReader {
  private static final String TAB = "\t";

  private final Params params;

  /**
   * Where.
   *
   * @param attributeFile the file
   * @param name name of the modality
   * @param unknown what to do about ids that are not in the data
   */
  public record Params(
      @Param(description = "File with an id and its attributes per line, separated by tabs.")
          Path attributeFile,
      @Param(description = "Name of the multi-hot modality.", byDefault = "attributes") String name,
      @Param(
              description =
                  "What to do about ids that are not in the data: ignore (and count), or error.",
              byDefault = "ignore")
          OnUnknown unknown) {}

  /** The recipe. */
  @Inject
  public ItemAttributes(Params params) {
    this.params = params;
  }

  @Override
  public Map<String, Modality> read(Vocabulary ids, ReadContext context) {
    Path file = params.attributeFile();
    Alignment alignment = new Alignment(file, ids);
    String[] attributes = new String[ids.size()];
    AtomicReference<List<String>> first = new AtomicReference<>();
    TableRows.forEach(
        file,
        TableFormat.RAW_TSV,
        Remedy.UTF_8,
        (line, cells) -> {
          first.compareAndSet(null, cells);
          int entity = alignment.find(cells.get(0), line);
          if (entity >= 0) {
            requireNew(alignment, entity, line, ids);
            alignment.described(entity, line);
            attributes[entity] = String.join(TAB, rest(cells));
          }
        });
    String hint = first.get() == null ? "" : SeparatorGuess.hint(first.get(), "\t", Remedy.UTF_8);
    alignment.report(params.unknown(), context, hint);
    SideCells cells =
        new SideCells(file, params.name(), new String[][] {attributes}, alignment.lines());
    return Map.of(params.name(), cells.multiHot(TAB));
  }

  private static List<String> rest(List<String> cells) {
    return cells.subList(1, cells.size());
  }

  private void requireNew(Alignment alignment, int entity, int line, Vocabulary ids) {
    if (alignment.lineOf(entity) > 0) {
      throw new InputException(
          "%s:%d: '%s' was described in line %d already; expected one line per id",
          params.attributeFile(), line, Excerpt.of(ids.id(entity)), alignment.lineOf(entity));
    }
  }
}
