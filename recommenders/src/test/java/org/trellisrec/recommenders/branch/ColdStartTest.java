package org.trellisrec.recommenders.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.factorization.Mf;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.testkit.FakeFitContext;

/** That models learn from side information what planted data hold, and nothing else. */
class ColdStartTest {
  private static final List<String> ITEMS = List.of("interactions", "genres", "vector");

  private static Map<String, Object> params(String variant) {
    Map<String, Object> params = new HashMap<>();
    params.put("variant", variant);
    params.put("epochs", 15);
    params.put("batch_size", 128);
    params.put("learning_rate", 3e-3);
    params.put("embedding_size", 32);
    params.put("projection_size", 32);
    params.put("hidden_layers", List.of(32));
    params.put("item_modalities", ITEMS);
    return params;
  }

  private static Recommender siBraR(Map<String, Object> params) {
    return new SiBraR(Params.of(SiBraR.Params.class, params));
  }

  private static double precision(Map<String, Object> params, PlantedCold data) {
    try (Model model = siBraR(params).fit(data.training(), new FakeFitContext(3))) {
      return data.precision(model);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "s", "sc"})
  void coldItemsAreRankedFromSideInformation(String variant) {
    PlantedCold data = PlantedCold.items();
    double floor = Math.max(data.chance(), data.popularity());
    assertThat(precision(params(variant), data)).isGreaterThan(1.5 * floor);
  }

  /** With running means that users and items have in common, it falls short of this margin. */
  @ParameterizedTest
  @ValueSource(strings = {"plain", "sc"})
  void oneBranchForEverythingRanksColdItems(String variant) {
    PlantedCold data = PlantedCold.items();
    double floor = Math.max(data.chance(), data.popularity());
    Recommender uniBraR = new UniBraR(Params.of(UniBraR.Params.class, params(variant)));
    try (Model model = uniBraR.fit(data.training(), new FakeFitContext(3))) {
      assertThat(data.precision(model)).isGreaterThan(1.9 * floor);
    }
  }

  private static Map<String, Object> ofUsers() {
    Map<String, Object> params = params("sc");
    params.put("user_modalities", List.of("interactions", "age_group", "gender", "occupation"));
    params.put("item_modalities", List.of("interactions"));
    return params;
  }

  @Test
  void coldUsersAreServedFromSideInformation() {
    PlantedCold data = PlantedCold.users();
    assertThat(precision(ofUsers(), data)).isGreaterThan(1.3 * data.popularity());
  }

  /** It has vectors of trained users and items alone. */
  @Test
  void factorsServeNobodyCold() {
    Recommender mf = new Mf(Params.of(Mf.Params.class, Map.of("epochs", 5)));
    for (PlantedCold data : List.of(PlantedCold.items(), PlantedCold.users())) {
      try (Model model = mf.fit(data.training(), new FakeFitContext(3))) {
        assertThat(data.precision(model)).isZero();
      }
    }
  }

  @Test
  void sideInformationDealtOutAnewIsWorthNothing() {
    PlantedCold data = PlantedCold.itemsShuffled();
    assertThat(precision(params("sc"), data)).isLessThan(1.3 * data.chance());
  }

  /** What is left is what popularity knows. */
  @Test
  void sideInformationOfUsersDealtOutAnewIsWorthNothing() {
    PlantedCold data = PlantedCold.usersShuffled();
    assertThat(precision(ofUsers(), data)).isLessThan(1.05 * data.popularity());
  }

  @Test
  void aModalityThatCarriesNothingDoesNotHelp() {
    PlantedCold data = PlantedCold.items().withNoise();
    Map<String, Object> alone = params("sc");
    alone.put("item_modalities", List.of("interactions", "noise"));
    assertThat(precision(alone, data)).isLessThan(1.3 * data.chance());

    Map<String, Object> added = params("sc");
    added.put("item_modalities", List.of("interactions", "genres", "vector", "noise"));
    double without = precision(params("sc"), data);
    assertThat(precision(added, data)).isLessThan(1.05 * without);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void samplingModalitiesHelpsWhereOneIsLeft(boolean oneBranch) {
    PlantedCold data = PlantedCold.items();
    double plain = oneLeft(model(oneBranch, params("plain")), data);
    assertThat(oneLeft(model(oneBranch, params("s")), data)).isGreaterThan(1.05 * plain);
    assertThat(oneLeft(model(oneBranch, params("sc")), data)).isGreaterThan(1.05 * plain);
  }

  private static Recommender model(boolean oneBranch, Map<String, Object> params) {
    return oneBranch ? siBraR(params) : new MuBraR(Params.of(MuBraR.Params.class, params));
  }

  /** Mean over the modalities of which just one can be used. */
  private static double oneLeft(Recommender recommender, PlantedCold data) {
    try (Model model = recommender.fit(data.training(), new FakeFitContext(3))) {
      return List.of("genres", "vector").stream()
          .mapToDouble(kept -> data.precision(model.seeing(data.only(kept, ITEMS))))
          .average()
          .orElseThrow();
    }
  }
}
