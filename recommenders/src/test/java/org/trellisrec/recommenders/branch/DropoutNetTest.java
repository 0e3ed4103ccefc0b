package org.trellisrec.recommenders.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.Params;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Scaling;
import org.trellisrec.data.SideInformation;
import org.trellisrec.recommenders.NetworkContract;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.testkit.FakeFitContext;

class DropoutNetTest extends NetworkContract {
  private static final Modality AGE = new Modality.Dense(1, new float[][] {{1}, {2}}, Scaling.NONE);

  /** As published. */
  @Nested
  class Published extends NetworkContract {
    @Override
    protected NetworkRecommender recommender() {
      return dropoutNet("paper", List.of("interactions", "genres"));
    }

    @Override
    protected boolean scoresColdItems() {
      return true;
    }

    @Override
    protected boolean usesModalities() {
      return true;
    }
  }

  private static DropoutNet dropoutNet(String fidelity, List<String> items) {
    Map<String, Object> params = new HashMap<>();
    params.put("fidelity", fidelity);
    params.put("epochs", 6);
    params.put("batch_size", 64);
    params.put("learning_rate", 3e-3);
    params.put("embedding_size", 16);
    params.put("hidden_layers", List.of(32));
    params.put("item_modalities", items);
    return new DropoutNet(Params.of(DropoutNet.Params.class, params));
  }

  @Override
  protected NetworkRecommender recommender() {
    return dropoutNet("reference_code", List.of("interactions", "genres"));
  }

  @Override
  protected boolean scoresColdItems() {
    return true;
  }

  @Override
  protected boolean usesModalities() {
    return true;
  }

  @Test
  void sideInformationOfUsersThatIsNotUsedIsTold() {
    FakeFitContext context = new FakeFitContext(1, 1);
    recommender().fit(data().training(), context).close();
    assertThat(context.notes())
        .anySatisfy(note -> assertThat(note).endsWith("; user_modalities can name more"));
  }

  @Test
  void ratesAreSharesOfTheSamePairs() {
    Map<String, Object> params = Map.of("dropout", 0.7, "transform", 0.4);
    assertThatThrownBy(() -> Params.of(DropoutNet.Params.class, params))
        .hasStackTraceContaining("add up to 1.1");
  }

  @ParameterizedTest
  @CsvSource({
    "transform, reference_code, paper",
    "alpha, reference_code, paper",
    "factor_regularization, reference_code, paper",
    "factor_sweeps, reference_code, paper",
    "vector_size, paper, reference_code"
  })
  void refusesWhatHasNoEffect(String key, String without, String with) {
    int value = key.equals("transform") ? 0 : 10;
    assertThatThrownBy(
            () -> Params.of(DropoutNet.Params.class, Map.of("fidelity", without, key, value)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(key + " is for fidelity " + with + " alone; remove it");
    assertThatCode(() -> Params.of(DropoutNet.Params.class, Map.of("fidelity", with, key, value)))
        .doesNotThrowAnyException();
  }

  @Test
  void fidelitiesHaveTheirDefaults() {
    assertThat(Params.of(DropoutNet.Params.class, Map.of()).transform()).isEqualTo(0.2);
    assertThat(
            Params.of(DropoutNet.Params.class, Map.of("fidelity", "reference_code")).vectorSize())
        .isEqualTo(64);
  }

  @Test
  void refusesWhatTheDataLack() {
    assertThatThrownBy(() -> recommender().check(SideInformation.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no modality 'genres' of items");
    assertThatThrownBy(() -> dropoutNet("paper", List.of("id")).check(SideInformation.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("takes no id of items");
  }

  @ParameterizedTest
  @ValueSource(strings = {"paper", "reference_code"})
  void goesWithoutContentOnlyIfAskedTo(String fidelity) {
    assertThatThrownBy(() -> dropoutNet(fidelity, List.of()).check(SideInformation.NONE))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "DropoutNet needs side information, to stand in for the interactions that it learns to"
                + " go without, but the data have none of items, and user_modalities is"
                + " [interactions]; declare some under side_information, or set item_modalities:"
                + " [interactions] to do without any");
    assertThatCode(() -> dropoutNet(fidelity, List.of("interactions")).check(SideInformation.NONE))
        .doesNotThrowAnyException();
  }

  @Test
  void contentOfOneSideIsEnoughIfItIsNamed() {
    SideInformation ofUsers = new SideInformation(Map.of("age", AGE), Map.of());
    assertThatThrownBy(() -> dropoutNet("paper", List.of()).check(ofUsers))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("user_modalities is [interactions]; name some of [age] there");
    SideInformation ofItems = new SideInformation(Map.of(), Map.of("year", AGE));
    assertThatCode(() -> dropoutNet("paper", List.of()).check(ofItems)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"paper", "reference_code"})
  void thereAreNoRowsToUpdateLazily(String fidelity) {
    assertThatThrownBy(
            () ->
                Params.of(
                    DropoutNet.Params.class,
                    Map.of("fidelity", fidelity, "embedding_updates", "lazy")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("looks up no rows of embedding tables; remove the key");
  }
}
