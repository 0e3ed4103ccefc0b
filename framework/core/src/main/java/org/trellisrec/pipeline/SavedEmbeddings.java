package org.trellisrec.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.files.AtomicFiles;
import org.trellisrec.input.TextInput;
import org.trellisrec.numpy.NumpyFile;
import org.trellisrec.report.Folders;
import org.trellisrec.report.JsonFault;
import org.trellisrec.report.UnitKey;
import org.trellisrec.spi.EmbeddedSide;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;
import org.trellisrec.spi.ModalityEmbeddings;
import org.trellisrec.spi.Model;

/**
 * The vectors per modality of the model of a unit on disk, for analyses and for other tools: for
 * each modality a matrix in NumPy's format and the ids of its rows, and a table of contents that is
 * written last. That of a model without such vectors is empty.
 *
 * @param folder {@code embeddings/<unit>} of a run
 */
record SavedEmbeddings(Path folder) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ROOT = "embeddings";
  private static final String CONTENTS = "contents.json";

  /**
   * The table of contents.
   *
   * @param unit the model, on its split
   * @param matrices the matrices
   */
  record Contents(FinishedRun.Unit unit, List<MatrixEntry> matrices) {}

  /**
   * A matrix.
   *
   * @param side users or items
   * @param modality name of the modality
   * @param vectors file with one row per entity that has the modality
   * @param ids file with the ids of the rows
   */
  record MatrixEntry(EntitySide side, String modality, String vectors, String ids) {}

  /** The vectors of a unit in a run folder, which need not exist. */
  static SavedEmbeddings in(Path run, UnitKey key) {
    return new SavedEmbeddings(run.resolve(ROOT).resolve(key.fileName()));
  }

  /** All that a run folder holds. */
  static List<SavedEmbeddings> allIn(Path run) throws IOException {
    return Folders.list(run.resolve(ROOT)).stream()
        .map(SavedEmbeddings::new)
        .filter(SavedEmbeddings::exist)
        .toList();
  }

  boolean exist() {
    return Files.exists(folder.resolve(CONTENTS));
  }

  /** Writes the vectors of a model, in place of those that are there. */
  void write(UnitKey key, Model model, Dataset data) throws IOException {
    Folders.delete(folder);
    Files.createDirectories(folder);
    List<MatrixEntry> matrices = new ArrayList<>();
    if (model.modalityEmbeddings().isPresent()) {
      ModalityEmbeddings embeddings = model.modalityEmbeddings().get();
      for (EntitySide side : EntitySide.values()) {
        Vocabulary ids = side.ids(data);
        for (String modality : embeddings.modalities(side)) {
          String name = side + "-" + matrices.size();
          MatrixEntry entry = new MatrixEntry(side, modality, name + ".npy", name + ".ids.txt");
          write(entry, embeddings.vectors(side, modality), ids);
          matrices.add(entry);
        }
      }
    }
    FinishedRun.Unit unit =
        new FinishedRun.Unit(key.model(), key.protocol(), key.fold(), key.seed());
    Contents contents = new Contents(unit, matrices);
    AtomicFiles.write(
        folder.resolve(CONTENTS),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(contents) + "\n");
  }

  private void write(MatrixEntry entry, ModalityEmbeddings.Vectors vectors, Vocabulary ids)
      throws IOException {
    int length = vectors.values().length == 0 ? 1 : vectors.values()[0].length;
    NumpyFile.write(folder.resolve(entry.vectors()), List.of(vectors.values()), length);
    IdFile.write(folder.resolve(entry.ids()), ids, Arrays.stream(vectors.entities()));
  }

  /**
   * The sides of the model that have vectors.
   *
   * @throws InputException if the table of contents is damaged or cannot be read
   */
  List<EmbeddedSide> sides() {
    Contents contents = contents();
    List<EmbeddedSide> sides = new ArrayList<>();
    for (EntitySide side : EntitySide.values()) {
      Map<String, MatrixEntry> own = new LinkedHashMap<>();
      contents.matrices().stream()
          .filter(matrix -> matrix.side() == side)
          .forEach(matrix -> own.put(matrix.modality(), matrix));
      if (!own.isEmpty()) {
        sides.add(new OnDisk(folder, contents.unit(), side, own));
      }
    }
    return sides;
  }

  private Contents contents() {
    Path file = folder.resolve(CONTENTS);
    try {
      return JSON.readValue(Files.readString(file), Contents.class);
    } catch (JsonProcessingException e) {
      throw damaged(file, JsonFault.of(e));
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s", file, IoReason.of(e));
    }
  }

  private static InputException damaged(Path file, String why) {
    return new InputException(
        "%s is damaged (%s); delete the folder and run the experiment again", file, why);
  }

  private record OnDisk(
      Path folder, FinishedRun.Unit unit, EntitySide side, Map<String, MatrixEntry> matrices)
      implements EmbeddedSide {
    @Override
    public List<String> modalities() {
      return List.copyOf(matrices.keySet());
    }

    @Override
    public Map<String, float[]> vectors(String modality) {
      MatrixEntry entry = matrices.get(modality);
      float[][] rows = NumpyFile.rows(folder.resolve(entry.vectors()));
      List<String> ids = new ArrayList<>();
      TextInput.forEachLine(folder.resolve(entry.ids()), (number, id) -> ids.add(id));
      if (ids.size() != rows.length) {
        throw damaged(
            folder.resolve(entry.ids()),
            "%d ids for a matrix of %d rows".formatted(ids.size(), rows.length));
      }
      Map<String, float[]> vectors = new LinkedHashMap<>();
      for (int row = 0; row < rows.length; row++) {
        vectors.put(ids.get(row), rows[row]);
      }
      return vectors;
    }
  }
}
