package org.trellisrec.tensorflow.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.exceptions.TensorFlowException;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.report.Folders;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.Placement;

/**
 * A network on disk, as a SavedModel: any TensorFlow can load it and call its signature {@code
 * score}. It holds the inference half alone, with the representations of all items, and of all
 * users if these do not depend on what is visible.
 */
final class SavedNetwork {
  private static final String WEIGHTS = "weights";

  private SavedNetwork() {}

  /**
   * Writes a network.
   *
   * @param folder an existing empty folder
   */
  static void write(ModelGraph trained, Path folder) throws IOException {
    Path weights = Files.createDirectories(folder.resolve(WEIGHTS));
    trained.saver().save(trained.session(), weights.resolve(WEIGHTS));
    try (ModelGraph copy = trained.recipe().open(new Placement(DeviceType.CPU, 0, true))) {
      copy.saver().restore(copy.session(), weights.resolve(WEIGHTS));
      copy.inference().refresh(VisibleModalities.ALL);
      copy.session().export(copy.inference().signature(), folder);
    }
    Folders.delete(weights);
  }

  /**
   * A network with the weights that {@link #write} wrote.
   *
   * @throws InputException if a file is missing or damaged
   */
  static ModelGraph read(Path folder, ModelGraph.Recipe recipe) {
    ModelGraph graph = recipe.open();
    try {
      graph.saver().restore(graph.session(), folder.resolve("variables").resolve("variables"));
      return graph;
    } catch (TensorFlowException damaged) {
      graph.close();
      throw new InputException(
          "the weights in %s cannot be read, a file is damaged, of another model or of"
              + " another version of TrellisRec (%s); train the model again",
          folder, damaged.getMessage().lines().findFirst().orElse(""));
    }
  }
}
