package org.trellisrec.recommenders.branch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.twin.Twin;
import org.trellisrec.recommenders.twin.TwinContract;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.training.NetworkRecommender;

/** CoBraR and DeepMF against plain Java, as published and as programmed. */
class BranchTwinTest {
  private static final double MU = 1e-3;
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
      return new BranchTwin(data(), false, false, SHARED, List.of(true, true, false), MU);
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
      return new BranchTwin(data(), false, true, SHARED, List.of(true, false), MU);
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
      return new BranchTwin(data(), true, false, SHARED, List.of(false, true), MU);
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
      return new BranchTwin(data(), false, false, SEPARATE, List.of(true, false), MU);
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
      return new BranchTwin(data(), true, false, SEPARATE, List.of(true, true, true), MU);
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
      return new BranchTwin(data(), true, false, SEPARATE, List.of(true, true), MU);
    }
  }

  @Test
  void aSimilarityThatTheLossDoesNotUseIsRefused() {
    Map<String, Object> params = params("paper", List.of(6));
    params.putAll(Map.of("similarity", "neural", "loss", "infonce"));
    assertThatThrownBy(() -> Params.of(CoBraR.Params.class, params))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("similarity: cosine or dot");
  }
}
