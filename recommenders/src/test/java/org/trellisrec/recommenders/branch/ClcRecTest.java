package org.trellisrec.recommenders.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.Params;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.recommenders.NetworkContract;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.UserBlock;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.testkit.FakeFitContext;
import org.trellisrec.testkit.PlantedData;

class ClcRecTest extends NetworkContract {
  private static ClcRec clcRec(Map<String, Object> params) {
    return new ClcRec(Params.of(ClcRec.Params.class, params));
  }

  @Override
  protected NetworkRecommender recommender() {
    return clcRec(
        Map.of(
            "epochs",
            10,
            "batch_size",
            64,
            "learning_rate",
            0.01,
            "embedding_size",
            16,
            "negatives",
            10,
            "hidden_layers",
            List.of(32),
            "modalities",
            List.of("genres")));
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
  void needsSideInformation() {
    assertThatThrownBy(() -> recommender().check(SideInformation.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no side information 'genres' of items; there is none");
    assertThatThrownBy(() -> clcRec(Map.of("side", "users")).check(SideInformation.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs side information of users");
  }

  @Test
  void theProgramReadsOneModality() {
    assertThatThrownBy(
            () ->
                clcRec(
                        Map.of(
                            "fidelity",
                            "reference_code",
                            "modalities",
                            List.of("genres", "vector")))
                    .check(PlantedCold.items().training().side()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("reads one modality of items");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lambda", "replacement", "hidden_layers"})
  void theProgramTakesNothingOfThePaper(String key) {
    Object value = key.equals("hidden_layers") ? List.of(64) : (Object) 0.5;
    assertThatThrownBy(() -> clcRec(Map.of("fidelity", "reference_code", key, value)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(key + " is for fidelity paper alone; remove it");
    assertThatCode(() -> clcRec(Map.of(key, value))).doesNotThrowAnyException();
  }

  @Test
  void onlyTheProgramHasNoHiddenLayer() {
    Map<String, Object> code = Map.of("fidelity", "reference_code", "hidden_layers", List.of());
    assertThat(Params.of(ClcRec.Params.class, code))
        .isEqualTo(Params.of(ClcRec.Params.class, Map.of("fidelity", "reference_code")));
    assertThatThrownBy(() -> clcRec(Map.of("hidden_layers", List.of())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("must name the width of at least one layer");
  }

  @Test
  void theProgramContrastsNoUsers() {
    Map<String, Object> users = Map.of("fidelity", "reference_code", "side", "users");
    assertThat(Params.of(ClcRec.Params.class, users).temperature()).isNull();
    Map<String, Object> tempered = new HashMap<>(users);
    tempered.put("temperature", 0.2);
    assertThatThrownBy(() -> Params.of(ClcRec.Params.class, tempered))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("temperature is for fidelity paper or side items alone");
  }

  @Test
  void thePaperHasItsDefaults() {
    ClcRec.Params params = Params.of(ClcRec.Params.class, Map.of());
    assertThat(params.hiddenLayers()).containsExactly(256);
    assertThat(params.lambda()).isEqualTo(0.5);
    assertThat(params.replacement()).isEqualTo(0.5);
  }

  /** Nothing that was learned from hidden interactions may tell items of equal content apart. */
  @ParameterizedTest
  @ValueSource(strings = {"paper", "reference_code"})
  void itemsGoByTheirContentWhereInteractionsAreHidden(String fidelity) {
    PlantedCold planted = PlantedCold.items();
    int[] alike = new int[planted.data().items().size()];
    TrainingData data =
        new TrainingData(
            planted
                .data()
                .withSide(
                    new SideInformation(
                        Map.of(),
                        Map.of("colour", new Modality.Categorical(List.of("red"), alike)))),
            planted.training().interactions());
    Map<String, Object> params = Map.of("fidelity", fidelity, "epochs", 1, "learning_rate", 0.05);
    try (Model model = clcRec(params).fit(data, new FakeFitContext(1));
        Model view =
            model.seeing(
                planted.only("colour", List.of("colour", VisibleModalities.INTERACTIONS)))) {
      UserBlock first = new UserBlock(new int[] {0}, data.interactions());
      float[] everything = PlantedData.scores(model, first)[0];
      assertThat(everything[1]).isNotCloseTo(everything[2], offset(1e-3f));
      float[] content = PlantedData.scores(view, first)[0];
      // The last rows of a product may be rounded otherwise than the others.
      for (float score : content) {
        assertThat(score).isCloseTo(content[0], offset(1e-6f));
      }
    }
  }
}
