package org.trellisrec.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.NoParams;
import org.trellisrec.spi.Param;

class ParamsTest {
  enum Similarity {
    COSINE,
    TF_IDF
  }

  record Threshold(double value) {
    static Threshold parse(String text) {
      if (!text.equals("average")) {
        throw new InputException("write 'average'");
      }
      return new Threshold(Double.NaN);
    }

    @Override
    public String toString() {
      return "average";
    }
  }

  record Optimiser(
      @Param(description = "Step.", byDefault = "0.1", min = 0, aboveMin = true)
          double learningRate) {}

  record All(
      @Param(description = "Count.", byDefault = "40", min = 1, aliases = "k") int neighbors,
      @Param(description = "Big.", byDefault = "10000000000") long big,
      @Param(description = "Weight.", byDefault = "1e-3") double weight,
      @Param(description = "Flag.", byDefault = "false") boolean implicitOnly,
      @Param(description = "Kind.", byDefault = "cosine") Similarity similarity,
      @Param(description = "Label.", byDefault = "a b") String label,
      @Param(description = "File.", byDefault = Param.OPTIONAL) Path file,
      @Param(description = "Layers.", byDefault = "[64, 32]", min = 1) List<Integer> layers,
      @Param(description = "Maybe.", byDefault = Param.OPTIONAL) Double maybe,
      @Param(description = "Columns.", byDefault = "{user: 0}") Map<String, Integer> columns,
      @Param(description = "Optimiser.", byDefault = "{}") Optimiser optimiser,
      @Param(description = "Threshold.", byDefault = "average") Threshold threshold) {
    All {
      if (neighbors > big) {
        throw new InputException("neighbors must not exceed big");
      }
    }
  }

  record EitherOr(
      @Param(description = "One.", byDefault = Param.OPTIONAL) String one,
      @Param(description = "Other.", byDefault = Param.OPTIONAL) String other) {
    EitherOr {
      if ((one == null) == (other == null)) {
        throw new InputException("give either one or other");
      }
    }
  }

  record Required(@Param(description = "Needed.") String needed) {}

  @Test
  void defaultsMayNotBeEnough() {
    assertThat(Params.haveDefaults(All.class)).isTrue();
    assertThat(Params.haveDefaults(Required.class)).isFalse();
    assertThat(Params.haveDefaults(EitherOr.class)).isFalse();
  }

  @Test
  void defaultsAreFilledIn() {
    All all = Params.defaults(All.class);
    assertThat(all)
        .isEqualTo(
            new All(
                40,
                10_000_000_000L,
                1e-3,
                false,
                Similarity.COSINE,
                "a b",
                null,
                List.of(64, 32),
                null,
                Map.of("user", 0),
                new Optimiser(0.1),
                all.threshold()));
    assertThat(all.threshold().value()).isNaN();
  }

  @Test
  void javaValuesAreTaken() {
    All all =
        Params.of(
            All.class,
            Map.of(
                "k",
                7,
                "similarity",
                Similarity.TF_IDF,
                "file",
                Path.of("x/y.tsv"),
                "layers",
                List.of(8),
                "optimiser",
                new Optimiser(0.5),
                "implicit_only",
                true));
    assertThat(all.neighbors()).isEqualTo(7);
    assertThat(all.similarity()).isEqualTo(Similarity.TF_IDF);
    assertThat(all.file()).isEqualTo(Path.of("x/y.tsv"));
    assertThat(all.layers()).containsExactly(8);
    assertThat(all.optimiser().learningRate()).isEqualTo(0.5);
    assertThat(all.implicitOnly()).isTrue();
  }

  @Test
  void everyProblemIsNamed() {
    assertThatThrownBy(
            () ->
                Params.of(
                    All.class,
                    Map.of("neighbours", 3, "weight", "much", "similarity", "cosin", "big", 1.5)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "ParamsTest.neighbours is not a parameter of ParamsTest; did you mean 'neighbors'?")
        .hasMessageContaining("ParamsTest.weight is 'much', but must be a number")
        .hasMessageContaining(
            "ParamsTest.similarity is 'cosin', but must be one of cosine, tf_idf;"
                + " did you mean 'cosine'?")
        .hasMessageContaining("ParamsTest.big is '1.5', but must be a whole number");
  }

  @Test
  void theRecordsOwnCheckIsReported() {
    assertThatThrownBy(() -> Params.of(All.class, Map.of("neighbors", 50, "big", 10)))
        .isInstanceOf(InputException.class)
        .hasMessage("ParamsTest: neighbors must not exceed big");
  }

  @Test
  void aParameterCannotBeGivenUnderTwoNames() {
    assertThatThrownBy(() -> Params.of(All.class, Map.of("neighbors", 50, "k", 10)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("are the same parameter; keep one of them");
  }

  @Test
  void noParamsNeedNothing() {
    assertThat(Params.defaults(NoParams.class)).isEqualTo(new NoParams());
    assertThatThrownBy(() -> Params.of(NoParams.class, Map.of("k", 1)))
        .hasMessageContaining("NoParams.k is not a parameter of NoParams, which has none");
  }
}
