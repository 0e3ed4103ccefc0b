package org.trellisrec.io;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.Excerpt;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.SideInformationReader;
import org.trellisrec.spi.Summary;

/**
 * Reads modalities from an atomic file of RecBole, {@code .user} or {@code .item}. The header gives
 * the type of each field: {@code token} is categorical, {@code token_seq} multi-hot, {@code float}
 * and {@code float_seq} dense.
 */
@Summary("Reads modalities from the fields of an atomic file of RecBole.")
public final class RecBoleSide implements SideInformationReader {
  private static final TableFormat FORMAT = new TableFormat("tab", true, "utf-8", false);

  private final Params params;

  /**
   * Where and how.
   *
   * @param path the file
   * @param id field of the ids; null for the first field
   * @param modalities what to read, by the name of the modality; none for every field
   * @param unknown what to do about ids that are not in the data
   */
  public record Params(
      @Param(description = "The .user or .item file.") Path path,
      @Param(
              description = "Field of the ids; by default the first one.",
              byDefault = Param.OPTIONAL)
          String id,
      @Param(
              description =
                  "What to read, by the name of the modality; by default every field under its own"
                      + " name.",
              byDefault = "{}")
          Map<String, SideColumn> modalities,
      @Param(
              description =
                  "What to do about ids that are not in the data: ignore (and count), or error.",
              byDefault = "ignore")
          OnUnknown unknown) {}

  /** The recipe. */
  @Inject
  public RecBoleSide(Params params) {
    this.params = params;
  }

  @Override
  public Map<String, Modality> read(Vocabulary ids, ReadContext context) {
    String file = params.path().toString();
    SideTable table =
        SideTable.read(
            params.path(),
            FORMAT,
            Remedy.UTF_8,
            first -> idColumn(AtomicField.header(file, first)),
            ids);
    table.report(params.unknown(), context);
    List<AtomicField> fields = AtomicField.header(file, table.first());
    Map<String, Modality> modalities = new LinkedHashMap<>();
    chosen(fields, table.idColumn())
        .forEach(
            (name, column) -> modalities.put(name, modality(table, fields, name, column, context)));
    return modalities;
  }

  private int idColumn(List<AtomicField> fields) {
    return params.id() == null ? 0 : column(fields, "id", params.id());
  }

  private Map<String, SideColumn> chosen(List<AtomicField> fields, int idColumn) {
    if (!params.modalities().isEmpty()) {
      return params.modalities();
    }
    Map<String, SideColumn> every = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      if (i != idColumn) {
        every.put(fields.get(i).name(), SideColumn.DEFAULT);
      }
    }
    return every;
  }

  private Modality modality(
      SideTable table,
      List<AtomicField> fields,
      String name,
      SideColumn column,
      ReadContext context) {
    List<String> named = column.columns().isEmpty() ? List.of(name) : column.columns();
    String key = "modalities." + name + ".columns";
    int[] columns = named.stream().mapToInt(field -> column(fields, key, field)).toArray();
    SideColumn.Usual usual = new SideColumn.Usual(fields.get(columns[0]).modality(), " ", " ");
    return column.modality(table.cells(name, columns), usual, context);
  }

  private int column(List<AtomicField> fields, String key, String field) {
    List<String> names = fields.stream().map(AtomicField::name).toList();
    int found = names.indexOf(field);
    if (found < 0) {
      throw new InputException(
          "%s:1: no field '%s' for %s; the header has %s",
          params.path(), field, key, Excerpt.of(String.join(", ", names)));
    }
    return found;
  }
}
