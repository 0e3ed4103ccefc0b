package org.trellisrec.recommenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.trellisrec.config.Params;
import org.trellisrec.data.Interactions;
import org.trellisrec.recommenders.branch.CoBraR;
import org.trellisrec.recommenders.branch.SiBraR;
import org.trellisrec.recommenders.factorization.BprMf;
import org.trellisrec.spi.SavableModel;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.testkit.FakeFitContext;
import org.trellisrec.testkit.PlantedData;

/** A saved network is a SavedModel: TensorFlow alone computes the scores from it. */
class SavedModelTest {
  private static final int USER = 5;

  @TempDir Path folder;

  private final PlantedData data = PlantedData.of(30, 20, 300, 1);

  private float[] savedScores(NetworkRecommender recommender) throws IOException {
    FakeFitContext context = new FakeFitContext(3).stoppingAfter(2);
    try (SavableModel model = recommender.fit(data.training(), context)) {
      model.save(folder);
      return PlantedData.scores(model, data.everyone())[USER];
    }
  }

  private void assertScores(float[] expected, Map<String, Tensor> inputs) {
    try (SavedModelBundle loaded = SavedModelBundle.load(folder.toString());
        Result result = loaded.function("score").call(inputs)) {
      TFloat32 scores = (TFloat32) result.get("scores").orElseThrow();
      float[] found = StdArrays.array2dCopyOf(scores)[0];
      assertThat(found).containsExactly(expected, offset(1e-5f));
    } finally {
      inputs.values().forEach(Tensor::close);
    }
  }

  private static <P extends Record> NetworkRecommender make(
      Function<P, NetworkRecommender> constructor, Class<P> params) {
    return constructor.apply(Params.of(params, Map.of("epochs", 2, "embedding_size", 4)));
  }

  @Test
  void tablesOfEmbeddings() throws IOException {
    float[] expected = savedScores(make(BprMf::new, BprMf.Params.class));
    assertScores(expected, Map.of("users", TInt32.vectorOf(USER)));
  }

  @Test
  void aUserWithoutTrainedVectorHasNoScores() throws IOException {
    FakeFitContext context = new FakeFitContext(3).stoppingAfter(1);
    try (SavableModel model = make(BprMf::new, BprMf.Params.class).fit(data.training(), context)) {
      model.save(folder);
    }
    try (SavedModelBundle loaded = SavedModelBundle.load(folder.toString());
        TInt32 cold = TInt32.vectorOf(data.coldUser());
        Result result = loaded.function("score").call(Map.of("users", cold))) {
      TFloat32 scores = (TFloat32) result.get("scores").orElseThrow();
      assertThat(StdArrays.array2dCopyOf(scores)[0]).containsOnly(Float.NaN);
    }
  }

  @Test
  void interactionProfiles() throws IOException {
    float[] expected = savedScores(make(CoBraR::new, CoBraR.Params.class));
    Interactions train = data.training().interactions();
    int size = train.count(USER);
    int[][] cells = new int[size][2];
    for (int n = 0; n < size; n++) {
      cells[n][1] = train.column(train.start(USER) + n);
    }
    assertScores(
        expected,
        Map.of(
            "users.interactions.cells",
            TInt32.tensorOf(Shape.of(size, 2), t -> StdArrays.copyTo(cells, t)),
            "users.interactions.shape",
            TInt64.vectorOf(1, train.columns())));
  }

  /** What training alone needs, or nothing reads, is not asked for. */
  @Test
  void modalities() throws IOException {
    savedScores(
        new SiBraR(
            Params.of(
                SiBraR.Params.class,
                Map.of(
                    "epochs",
                    2,
                    "embedding_size",
                    4,
                    "item_modalities",
                    List.of("interactions", "genres")))));
    try (SavedModelBundle loaded = SavedModelBundle.load(folder.toString())) {
      assertThat(loaded.function("score").signature().inputNames())
          .containsExactlyInAnyOrder(
              "users.rows",
              "users.weights",
              "users.interactions.interactions.cells",
              "users.interactions.interactions.shape");
    }
  }

  @Test
  void equalTrainingsAreEqualBytes() throws IOException {
    Path file = folder.resolve("saved_model.pb");
    savedScores(make(CoBraR::new, CoBraR.Params.class));
    byte[] first = Files.readAllBytes(file);
    for (int again = 0; again < 3; again++) {
      savedScores(make(CoBraR::new, CoBraR.Params.class));
      assertThat(file).hasBinaryContent(first);
    }
  }
}
