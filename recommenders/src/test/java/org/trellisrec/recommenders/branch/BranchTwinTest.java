package org.trellisrec.recommenders.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trellisrec.config.Params;
import org.trellisrec.config.bind.Plain;
import org.trellisrec.data.EnumWord;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.TinyData;
import org.trellisrec.recommenders.branch.BranchTwin.Network;
import org.trellisrec.recommenders.branch.BranchTwin.Variant;
import org.trellisrec.recommenders.twin.Twin;
import org.trellisrec.recommenders.twin.TwinContract;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.testkit.FakeFitContext;

/** CoBraR and DeepMF against plain Java, as published and as programmed. */
class BranchTwinTest {
  private static final double MU = 1e-3;
  private static final double TEMPERATURE = 0.6;
  private static final List<String> SHARED = Collections.nCopies(2, "branch");
  private static final List<String> SEPARATE = List.of("branch/users", "branch/items");

  private static Map<String, Object> params(String fidelity, List<Integer> hidden) {
    return new HashMap<>(
        Map.of(
            "epochs",
            10,
            "fidelity",
            fidelity,
            "hidden_layers",
            hidden,
            "embedding_size",
            3,
            "negatives",
            2,
            "mu",
            MU,
            "learning_rate",
            0.005,
            "weight_decay",
            0.01));
  }

  private static Twin plain(TrainingData data, Network network) {
    return new BranchTwin(data, network, Variant.plain(MU));
  }

  /**
   * Without cosines, which lie close to 1 where dropout leaves few values, and lose digits there.
   */
  private static Variant dotsWithDropout(double rate, boolean batchNorm) {
    return new Variant(BranchLoss.BCE, SimilarityKind.DOT, MU, 1, rate, batchNorm);
  }

  private static CoBraR cobrar(String fidelity, List<Integer> hidden) {
    return new CoBraR(Params.of(CoBraR.Params.class, params(fidelity, hidden)));
  }

  private static DeepMf deepMf(String fidelity, List<Integer> hidden) {
    return new DeepMf(Params.of(DeepMf.Params.class, params(fidelity, hidden)));
  }

  @Nested
  class CobrarAsPublished extends TwinContract {
    @Override
    protected NetworkRecommender recommender() {
      return cobrar("paper", List.of(6, 5, 4));
    }

    @Override
    protected Twin twin() {
      return plain(data(), new Network(false, false, SHARED, List.of(true, true, false)));
    }
  }

  @Nested
  class CobrarWithOneProjection extends TwinContract {
    @Override
    protected NetworkRecommender recommender() {
      Map<String, Object> params = params("paper", List.of(6, 5));
      params.put("projections", "joint");
      return new CoBraR(Params.of(CoBraR.Params.class, params));
    }

    @Override
    protected Twin twin() {
      return plain(data(), new Network(false, true, SHARED, List.of(true, false)));
    }
  }

  /** With two layers, the program leaves out the first ReLU. */
  @Nested
  class CobrarAsProgrammed extends TwinContract {
    @Override
    protected NetworkRecommender recommender() {
      return cobrar("reference_code", List.of(6, 5));
    }

    @Override
    protected Twin twin() {
      return plain(data(), new Network(true, false, SHARED, List.of(false, true)));
    }
  }

  @Nested
  class DeepMfAsPublished extends TwinContract {
    @Override
    protected NetworkRecommender recommender() {
      return deepMf("paper", List.of(6, 5));
    }

    @Override
    protected Twin twin() {
      return plain(data(), new Network(false, false, SEPARATE, List.of(true, false)));
    }
  }

  @Nested
  class DeepMfAsProgrammed extends TwinContract {
    @Override
    protected NetworkRecommender recommender() {
      return deepMf("reference_code", List.of(6, 5, 4));
    }

    @Override
    protected Twin twin() {
      return plain(data(), new Network(true, false, SEPARATE, List.of(true, true, true)));
    }
  }

  /** With two layers too, the program of DeepMF leaves out no ReLU. */
  @Nested
  class DeepMfOfTwoLayersAsProgrammed extends TwinContract {
    @Override
    protected NetworkRecommender recommender() {
      return deepMf("reference_code", List.of(6, 5));
    }

    @Override
    protected Twin twin() {
      return plain(data(), new Network(true, false, SEPARATE, List.of(true, true)));
    }
  }

  /** Dropout follows every layer, the only one too. */
  @Nested
  class CobrarOfOneLayerWithDropout extends TwinContract {
    @Override
    protected NetworkRecommender recommender() {
      Map<String, Object> params = params("paper", List.of(6));
      params.putAll(Map.of("dropout", 0.4, "similarity", "dot"));
      params.remove("mu");
      return new CoBraR(Params.of(CoBraR.Params.class, params));
    }

    @Override
    protected Twin twin() {
      Network network = new Network(false, false, SHARED, List.of(false));
      return new BranchTwin(data(), network, dotsWithDropout(0.4, false));
    }
  }

  /** With dropout, the program leaves out no ReLU of CoBraR. */
  @Nested
  class CobrarAsProgrammedWithDropout extends TwinContract {
    @Override
    protected NetworkRecommender recommender() {
      Map<String, Object> params = params("reference_code", List.of(6, 5));
      params.putAll(Map.of("dropout", 0.4, "similarity", "dot"));
      params.remove("mu");
      return new CoBraR(Params.of(CoBraR.Params.class, params));
    }

    @Override
    protected Twin twin() {
      Network network = new Network(true, false, SHARED, List.of(true, true));
      return new BranchTwin(data(), network, dotsWithDropout(0.4, false));
    }
  }

  @Nested
  class CobrarWithBatchNorm extends TwinContract {
    /**
     * Normalised embeddings have cosines around 0, where a cross-entropy with a low floor is so
     * steep that the last bit of a cosine decides on the next step.
     */
    private static final double FLOOR = 0.1;

    @Override
    protected NetworkRecommender recommender() {
      Map<String, Object> params = params("paper", List.of(6, 5));
      params.putAll(
          Map.of("batch_norm", 1, "mu", FLOOR, "optimizer", "sgd", "learning_rate", 0.01));
      return new CoBraR(Params.of(CoBraR.Params.class, params));
    }

    @Override
    protected Twin twin() {
      Network network = new Network(false, false, SHARED, List.of(true, false));
      return new BranchTwin(
          data(), network, new Variant(BranchLoss.BCE, SimilarityKind.COSINE, FLOOR, 1, 0, true));
    }
  }

  @Nested
  class DeepMfWithBatchNormAndDropout extends TwinContract {
    @Override
    protected NetworkRecommender recommender() {
      Map<String, Object> params = params("paper", List.of(6, 5));
      params.putAll(Map.of("batch_norm", 1, "dropout", 0.3, "similarity", "dot"));
      params.putAll(Map.of("optimizer", "sgd", "learning_rate", 0.05));
      params.remove("mu");
      return new DeepMf(Params.of(DeepMf.Params.class, params));
    }

    @Override
    protected Twin twin() {
      Network network = new Network(false, false, SEPARATE, List.of(true, false));
      return new BranchTwin(data(), network, dotsWithDropout(0.3, true));
    }
  }

  /** DeepMF with another loss or similarity. */
  private static final class Other extends TwinContract {
    private final BranchLoss loss;
    private final SimilarityKind similarity;

    Other(BranchLoss loss, SimilarityKind similarity) {
      this.loss = loss;
      this.similarity = similarity;
    }

    @Override
    protected NetworkRecommender recommender() {
      Map<String, Object> params = params("paper", List.of(6));
      params.put("loss", EnumWord.of(loss));
      params.put("similarity", EnumWord.of(similarity));
      if (similarity == SimilarityKind.NEURAL) {
        params.put("similarity_units", 4);
      }
      if (loss != BranchLoss.BCE) {
        params.put("temperature", TEMPERATURE);
      }
      if (!loss.samples()) {
        params.remove("negatives");
      }
      if (loss != BranchLoss.BCE || similarity != SimilarityKind.COSINE) {
        params.remove("mu");
      }
      return new DeepMf(Params.of(DeepMf.Params.class, params));
    }

    @Override
    protected Twin twin() {
      Network network = new Network(false, false, SEPARATE, List.of(false));
      return new BranchTwin(
          data(), network, new Variant(loss, similarity, MU, TEMPERATURE, 0, false));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyLossAgreesWithEverySimilarity() {
    return Arrays.stream(BranchLoss.values())
        .flatMap(loss -> Arrays.stream(SimilarityKind.values()).map(kind -> new Other(loss, kind)))
        .filter(o -> o.loss != BranchLoss.INFONCE || o.similarity != SimilarityKind.NEURAL)
        .map(o -> DynamicTest.dynamicTest(o.loss + " of " + o.similarity, o::agreesWithItsTwin));
  }

  @Test
  void theFidelityDecidesOnMu() {
    assertThat(mu(Map.of())).isEqualTo(1e-6);
    assertThat(mu(Map.of("fidelity", "reference_code"))).isEqualTo(1e-4);
    assertThat(mu(Map.of("fidelity", "reference_code", "mu", 0.01))).isEqualTo(0.01);
  }

  @Test
  void whatIsOnlyForCrossEntropyIsRefusedElsewhere() {
    for (Map<String, Object> only :
        List.<Map<String, Object>>of(Map.of("mu", 0.1), Map.of("loss_reduction", "mean"))) {
      Map<String, Object> params = new HashMap<>(only);
      params.put("loss", "bpr");
      params.put("similarity", "cosine");
      assertThatThrownBy(() -> Params.of(CoBraR.Params.class, params))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("is for loss bce");
    }
  }

  @Test
  void aFloorOfCosinesIsRefusedForDotProducts() {
    assertThatThrownBy(() -> Params.of(CoBraR.Params.class, Map.of("similarity", "dot", "mu", 0.1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("mu is for loss bce of similarity cosine alone");
  }

  @Test
  void whatNothingWouldUseIsRefused() {
    assertRefused(Map.of("temperature", 0.2), "temperature is for loss bpr, softmax and infonce");
    assertRefused(Map.of("similarity_units", 8), "similarity_units is for similarity neural");
    assertRefused(
        Map.of("loss", "infonce", "negatives", 3), "negatives is for loss bce, bpr and softmax");
  }

  private static void assertRefused(Map<String, Object> params, String message) {
    assertThatThrownBy(() -> Params.of(CoBraR.Params.class, params))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message + " alone; remove it");
  }

  /** As {@code resolved.yml} has them. */
  @Test
  void resolvedParametersAreTakenAgain() {
    for (BranchLoss loss : BranchLoss.values()) {
      String name = EnumWord.of(loss);
      CoBraR.Params params = Params.of(CoBraR.Params.class, Map.of("loss", name));
      assertThat(Params.of(CoBraR.Params.class, Plain.mapOf(params))).isEqualTo(params);
    }
  }

  private static double mu(Map<String, Object> params) {
    return Params.of(CoBraR.Params.class, params).branch().mu();
  }

  @Test
  void ratingsThatGiveNoLabelsAreRefused() {
    double[][] ratings = {{-1, 2, Double.NaN}, {Double.NaN, -1, 1}};
    CoBraR cobrar = cobrar("reference_code", List.of(6));
    assertThatThrownBy(() -> cobrar.fit(TinyData.training(ratings), new FakeFitContext(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("from -1.0 to 2.0");
  }

  @Test
  void aSimilarityThatTheLossDoesNotUseIsRefused() {
    Map<String, Object> params = params("paper", List.of(6));
    params.putAll(Map.of("similarity", "neural", "loss", "infonce"));
    params.keySet().removeAll(List.of("mu", "negatives"));
    assertThatThrownBy(() -> Params.of(CoBraR.Params.class, params))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("similarity: cosine or dot");
  }
}
