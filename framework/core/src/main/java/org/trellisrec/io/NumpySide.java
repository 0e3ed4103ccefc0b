package org.trellisrec.io;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Scaling;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.Excerpt;
import org.trellisrec.numpy.NumpyFile;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.SideInformationReader;
import org.trellisrec.spi.Summary;

/**
 * Reads vectors that were computed elsewhere: a matrix in NumPy's format, and the ids of its rows.
 */
@Summary("Reads vectors from a .npy file or .npz archive, one row per entity.")
public final class NumpySide implements SideInformationReader {
  private final Params params;

  /**
   * Where and how.
   *
   * @param name name of the modality
   * @param path the matrix, or the archive that holds it
   * @param array name of the matrix in the archive, null for the only one
   * @param ids file with the id of every row, or null
   * @param idsArray name of the array of ids in the archive, or null
   * @param scaling how the vectors are scaled
   * @param unknown what to do about ids that are not in the data
   */
  public record Params(
      @Param(description = "Name of the modality.") String name,
      @Param(description = "The .npy file, or the .npz archive.") Path path,
      @Param(
              description = "Name of the matrix in an archive; needed if it holds several arrays.",
              byDefault = Param.OPTIONAL)
          String array,
      @Param(
              description = "File with the id of every row, one per line.",
              byDefault = Param.OPTIONAL)
          Path ids,
      @Param(
              description = "Name of the array of ids in the archive, instead of a file.",
              byDefault = Param.OPTIONAL)
          String idsArray,
      @Param(
              description =
                  "How numbers are scaled, by what is found in the entities with training"
                      + " interactions.",
              byDefault = "none")
          Scaling scaling,
      @Param(
              description =
                  "What to do about ids that are not in the data: ignore (and count), or error.",
              byDefault = "ignore")
          OnUnknown unknown) {
    /** Checks that the ids are given once. */
    public Params {
      boolean archive = path.toString().endsWith(".npz");
      if ((ids == null) == (idsArray == null)) {
        throw new InputException(
            "the rows of %s need ids: give either ids, a file, or ids_array, an array of the archive",
            path);
      }
      if (!archive && (array != null || idsArray != null)) {
        throw new InputException("%s is no .npz archive; remove array and ids_array", path);
      }
    }

    boolean isArchive() {
      return path.toString().endsWith(".npz");
    }
  }

  /** The recipe. */
  @Inject
  public NumpySide(Params params) {
    this.params = params;
  }

  @Override
  public Map<String, Modality> read(Vocabulary ids, ReadContext context) {
    Path file = params.path();
    float[][] rows =
        params.isArchive() ? NumpyFile.rows(file, params.array()) : NumpyFile.rows(file);
    RowIds rowIds =
        params.ids() == null
            ? RowIds.ofArray(file, params.idsArray())
            : RowIds.ofLines(params.ids());
    rowIds.requireRows(file, rows.length);
    List<String> names = rowIds.names();
    Alignment alignment = new Alignment(file, ids, rowIds::place);
    float[][] vectors = new float[ids.size()][];
    for (int row = 0; row < rows.length; row++) {
      requireFinite(rows[row], row, names.get(row));
      int entity = alignment.find(names.get(row), row + 1);
      if (entity >= 0) {
        vectors[entity] = rows[row];
        alignment.described(entity, row + 1);
      }
    }
    alignment.report(params.unknown(), context, "");
    int length = rows.length == 0 ? 1 : rows[0].length;
    return Map.of(params.name(), new Modality.Dense(length, vectors, params.scaling()));
  }

  private void requireFinite(float[] vector, int row, String id) {
    for (int i = 0; i < vector.length; i++) {
      if (!Float.isFinite(vector[i])) {
        throw new InputException(
            "%s: row %d ('%s') holds %s at place %d; leave out rows without a vector",
            params.path(), row + 1, Excerpt.of(id), vector[i], i + 1);
      }
    }
  }
}
