package org.trellisrec.recommenders.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.Params;
import org.trellisrec.data.Interactions;
import org.trellisrec.recommenders.neighbors.AttributeItemKnn;
import org.trellisrec.recommenders.neighbors.AttributeParams;
import org.trellisrec.recommenders.neighbors.AttributeUserKnn;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.testkit.FakeFitContext;

/** That baselines serve cold entities from side information, and from nothing else. */
class ColdStartBaselinesTest {
  private static final List<String> OF_USERS = List.of("age_group", "gender", "occupation");

  private static Map<String, Object> params(Map<String, Object> own) {
    Map<String, Object> params = new HashMap<>();
    params.put("epochs", 15);
    params.put("batch_size", 128);
    params.put("learning_rate", 3e-3);
    params.put("embedding_size", 32);
    params.putAll(own);
    return params;
  }

  private static Recommender clcRec(Map<String, Object> own) {
    return new ClcRec(Params.of(ClcRec.Params.class, params(own)));
  }

  private static Recommender dropoutNet(Map<String, Object> own) {
    return new DropoutNet(Params.of(DropoutNet.Params.class, params(own)));
  }

  private static Stream<Arguments> ofItems() {
    return Stream.of(
        Arguments.of(
            "AttributeItemKNN",
            new AttributeItemKnn(
                Params.of(AttributeParams.class, Map.of("modalities", List.of("vector"))))),
        Arguments.of(
            "CLCRec as published",
            clcRec(
                Map.of(
                    "modalities",
                    List.of("genres", "vector"),
                    "negatives",
                    10,
                    "learning_rate",
                    0.01))),
        Arguments.of(
            "CLCRec as programmed",
            clcRec(Map.of("fidelity", "reference_code", "modalities", List.of("vector")))),
        Arguments.of(
            "DropoutNet as programmed",
            dropoutNet(
                Map.of(
                    "fidelity",
                    "reference_code",
                    "item_modalities",
                    List.of("interactions", "genres", "vector")))),
        Arguments.of(
            "DropoutNet as published",
            dropoutNet(Map.of("item_modalities", List.of("interactions", "genres", "vector")))));
  }

  private static Stream<Arguments> ofUsers() {
    return Stream.of(
        Arguments.of(
            "AttributeUserKNN",
            new AttributeUserKnn(Params.of(AttributeParams.class, Map.of("neighbors", 60)))),
        Arguments.of(
            "CLCRec as published",
            clcRec(
                Map.of(
                    "side",
                    "users",
                    "modalities",
                    OF_USERS,
                    "negatives",
                    10,
                    "learning_rate",
                    0.01))),
        Arguments.of(
            "CLCRec as programmed",
            clcRec(
                Map.of(
                    "side",
                    "users",
                    "fidelity",
                    "reference_code",
                    "modalities",
                    List.of("age_group")))),
        Arguments.of(
            "DropoutNet as published",
            dropoutNet(
                Map.of(
                    "user_modalities",
                    List.of("interactions", "age_group", "gender", "occupation"),
                    "item_modalities",
                    List.of("interactions")))),
        Arguments.of(
            "DropoutNet as programmed",
            dropoutNet(
                Map.of(
                    "fidelity",
                    "reference_code",
                    "user_modalities",
                    List.of("interactions", "age_group", "gender", "occupation"),
                    "item_modalities",
                    List.of("interactions")))));
  }

  private static double precision(Recommender recommender, PlantedCold data) {
    try (Model model = recommender.fit(data.training(), new FakeFitContext(3))) {
      return data.precision(model);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofItems")
  void coldItemsAreRankedFromSideInformation(String name, Recommender recommender) {
    PlantedCold data = PlantedCold.items();
    double floor = Math.max(data.chance(), data.popularity());
    assertThat(precision(recommender, data)).as(name).isGreaterThan(1.5 * floor);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofItems")
  void sideInformationDealtOutAnewIsWorthNothing(String name, Recommender recommender) {
    PlantedCold data = PlantedCold.itemsShuffled();
    assertThat(precision(recommender, data)).as(name).isLessThan(1.3 * data.chance());
  }

  /** UFMF has no contrast and one modality; it is not to be worse than popularity. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("ofUsers")
  void coldUsersAreServedFromSideInformation(String name, Recommender recommender) {
    PlantedCold data = PlantedCold.users();
    double margin = name.equals("CLCRec as programmed") ? 1 : 1.2;
    assertThat(precision(recommender, data)).as(name).isGreaterThan(margin * data.popularity());
  }

  /** Every second interaction of a cold user is shown, the others are to be found. */
  @ParameterizedTest
  @ValueSource(strings = {"paper", "reference_code"})
  void dropoutNetUsesWhatIsShownOfNewUsers(String fidelity) {
    PlantedCold all = PlantedCold.users();
    Interactions truth = all.truth();
    PlantedCold data = new PlantedCold(all.data(), all.training(), truth.filter(p -> p % 2 == 1));
    Interactions shown = truth.filter(p -> p % 2 == 0);
    Recommender recommender =
        dropoutNet(Map.of("fidelity", fidelity, "item_modalities", List.of("interactions")));
    try (Model model = recommender.fit(data.training(), new FakeFitContext(3))) {
      assertThat(data.precision(model)).as("without").isZero();
      assertThat(data.precision(model, shown)).isGreaterThan(1.1 * data.popularity(shown));
    }
  }
}
