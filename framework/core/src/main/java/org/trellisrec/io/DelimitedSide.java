package org.trellisrec.io;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.SideInformationReader;
import org.trellisrec.spi.Summary;

/** Reads modalities from the columns of a delimited file, one row per entity. */
@Summary("Reads modalities from the columns of a delimited file.")
public final class DelimitedSide implements SideInformationReader {
  private static final SideColumn.Usual USUAL = new SideColumn.Usual(null, "|", " ");

  private final Params params;

  /**
   * Where and how.
   *
   * @param path the file
   * @param format how rows are written
   * @param id column of the ids: a header name, or a number counted from 1
   * @param modalities what to read, by the name of the modality
   * @param unknown what to do about ids that are not in the data
   */
  public record Params(
      @Param(description = "The file, plain or gzip.") Path path,
      @Param(description = "How rows are written.", byDefault = "{}") TableFormat format,
      @Param(
              description = "Column of the ids: a header name, or a number counted from 1.",
              byDefault = "1")
          String id,
      @Param(description = "What to read, by the name of the modality.")
          Map<String, SideColumn> modalities,
      @Param(
              description =
                  "What to do about ids that are not in the data: ignore (and count), or error.",
              byDefault = "ignore")
          OnUnknown unknown) {
    /** Checks that there is something to read, and that every modality has a type. */
    public Params {
      if (modalities.isEmpty()) {
        throw new InputException("modalities is empty; name what is to be read");
      }
      modalities.forEach(
          (name, column) -> {
            if (column.type() == null) {
              throw new InputException(
                  "modalities.%s needs a type: categorical, multi_hot, numeric, vector or text",
                  name);
            }
          });
    }
  }

  /** The recipe. */
  @Inject
  public DelimitedSide(Params params) {
    this.params = params;
  }

  @Override
  public Map<String, Modality> read(Vocabulary ids, ReadContext context) {
    SideTable table =
        SideTable.read(
            params.path(),
            params.format(),
            Remedy.FORMAT,
            first -> finder(first).find("id", params.id()),
            ids);
    table.report(params.unknown(), context);
    Map<String, Modality> modalities = new LinkedHashMap<>();
    params
        .modalities()
        .forEach(
            (name, column) ->
                modalities.put(name, column.modality(cells(table, name, column), USUAL, context)));
    return modalities;
  }

  private SideCells cells(SideTable table, String name, SideColumn column) {
    ColumnFinder finder = finder(table.first());
    List<String> named = column.columns().isEmpty() ? List.of(name) : column.columns();
    String key = "modalities." + name + ".columns";
    return table.cells(name, named.stream().mapToInt(c -> finder.find(key, c)).toArray());
  }

  private ColumnFinder finder(List<String> first) {
    String hint = SeparatorGuess.hint(first, params.format().delimiter(), Remedy.FORMAT);
    return new ColumnFinder(params.path(), params.format().header(), first, hint);
  }
}
