package org.trellisrec.prefilters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellisrec.config.Params;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.splitters.SplittersModule;
import org.trellisrec.splitters.Tables;

class PrefiltersTest {
  private static final Dataset DATA =
      Tables.dataset("a x 5 10", "a y 3 20", "a z 1 30", "b x 3.5 40", "b y 3.5 50", "c x 0.7 60");

  @TempDir private Path folder;

  private static List<String> kept(Dataset data, String name, Map<String, ?> params) {
    PluginCatalog catalog = PluginCatalog.of(new SplittersModule());
    Plugin<Prefilter> plugin = catalog.get(Prefilter.class, name);
    Prefilter prefilter = catalog.create(plugin, Params.of(plugin.params(), params));
    return Tables.pairs(data, prefilter.apply(data));
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("global_threshold", Map.of("threshold", 3.5), "a x,b x,b y"),
        Arguments.of("global_threshold", Map.of("threshold", 3), "a x,a y,b x,b y"),
        Arguments.of("global_threshold", Map.of("threshold", 0.7), "a x,a y,a z,b x,b y,c x"),
        // The mean is 16.7 / 6 = 2.78.
        Arguments.of("global_threshold", Map.of("threshold", "average"), "a x,a y,b x,b y"),
        // Means 3, 3.5, 0.7.
        Arguments.of("user_average", Map.of(), "a x,a y,b x,b y,c x"),
        Arguments.of("user_k_core", Map.of("core", 2), "a x,a y,a z,b x,b y"),
        Arguments.of("item_k_core", Map.of("core", 2), "a x,a y,b x,b y,c x"),
        Arguments.of("iterative_k_core", Map.of("core", 2), "a x,a y,b x,b y"),
        Arguments.of("iterative_k_core", Map.of("core", 3), ""),
        Arguments.of("n_rounds_k_core", Map.of("core", 3, "rounds", 1), ""),
        Arguments.of("n_rounds_k_core", Map.of("core", 2, "rounds", 9), "a x,a y,b x,b y"),
        Arguments.of("cold_users", Map.of("threshold", 2), "b x,b y,c x"),
        Arguments.of("rating_range", Map.of("min", 0.7, "max", 3), "a y,a z,c x"),
        Arguments.of("rating_range", Map.of("max", 0.7), "c x"),
        Arguments.of("time_range", Map.of("from", 20, "to", 50), "a y,a z,b x"),
        Arguments.of("time_range", Map.of("from", 60), "c x"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void keepsByRule(String name, Map<String, ?> params, String expected) {
    assertThat(String.join(",", kept(DATA, name, params))).isEqualTo(expected);
  }

  @Test
  void roundsOfCorePassOverUsersAndThenItems() {
    // The pass over items takes y from b; only a second round takes b itself.
    Dataset data = Tables.dataset("a x", "a z", "b x", "b y", "c x", "c z");
    assertThat(kept(data, "n_rounds_k_core", Map.of("core", 2, "rounds", 1)))
        .containsExactly("a x", "a z", "b x", "c x", "c z");
    assertThat(kept(data, "n_rounds_k_core", Map.of("core", 2, "rounds", 2)))
        .containsExactly("a x", "a z", "c x", "c z");
  }

  @Test
  void equalRatingsAreAllAverage() {
    Dataset data = Tables.dataset("a x 0.1", "a y 0.1", "a z 0.1");
    assertThat(kept(data, "user_average", Map.of())).hasSize(3);
    assertThat(kept(data, "global_threshold", Map.of("threshold", "average"))).hasSize(3);
  }

  @Test
  void repeatedPairsCountAsInteractionsOfTheirOwn() {
    Dataset data = Tables.dataset("a x", "a x", "b x");
    assertThat(kept(data, "user_k_core", Map.of("core", 2))).containsExactly("a x", "a x");
  }

  @Test
  void oneOfEachPairIsKept() {
    Dataset data = Tables.dataset("a x 1 30", "a x 2 10", "a x 4.5 20", "b x 5 1");
    assertThat(ratings(data, Map.of("keep", "first"))).containsExactly(2f, 5f);
    assertThat(ratings(data, Map.of())).containsExactly(1f, 5f);
    assertThat(ratings(data, Map.of("keep", "mean"))).containsExactly(2.5f, 5f);
  }

  private static List<Float> ratings(Dataset data, Map<String, ?> params) {
    Interactions kept =
        new DropDuplicates(Params.of(DropDuplicates.Params.class, params)).apply(data);
    return IntStream.range(0, kept.size()).mapToObj(kept::rating).toList();
  }

  @Test
  void listsKeepUsersAndItems() throws IOException {
    Path users = Files.write(folder.resolve("users"), List.of("a", "c"));
    Path items = Files.write(folder.resolve("items"), List.of("y", "more"));
    assertThat(kept(DATA, "keep_users", Map.of("file", users)))
        .containsExactly("a x", "a y", "a z", "c x");
    assertThat(kept(DATA, "keep_items", Map.of("file", items, "unknown", "ignore")))
        .containsExactly("a y", "b y");
    assertThatThrownBy(() -> kept(DATA, "keep_items", Map.of("file", items)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("1 of 2 item ids are not in the data");
  }

  @Test
  void keepsTheShape() {
    assertThat(new UserAverage().apply(DATA).columns()).isEqualTo(3);
    assertThat(new IterativeKCore(new IterativeKCore.Params(9)).apply(DATA).rows()).isEqualTo(3);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("global_threshold", Map.of("threshold", "mean"), "must be a number or"),
        Arguments.of("rating_range", Map.of(), "RatingRange: give min, max or both"),
        Arguments.of(
            "rating_range", Map.of("min", 3, "max", 2), "RatingRange: min 3.0 is above max 2.0"),
        Arguments.of("time_range", Map.of(), "TimeRange: give from, to or both"),
        Arguments.of(
            "time_range", Map.of("from", 3, "to", 3), "TimeRange: from 3 is not before to 3"),
        Arguments.of(
            "keep_by_modality",
            Map.of("side", "users", "modality", "age", "min", 80, "max", 10),
            "KeepByModality: min 80.0 is above max 10.0"),
        Arguments.of("user_k_core", Map.of("core", 0), "core"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongParametersAreRefused(String name, Map<String, ?> params, String message) {
    assertThatThrownBy(() -> kept(DATA, name, params))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void timesAreNeededForAPeriod() {
    assertThatThrownBy(() -> kept(Tables.dataset("a x"), "time_range", Map.of("to", 3)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs timestamps");
  }

  private static final Dataset DESCRIBED =
      DATA.withSide(
          new SideInformation(
              Map.of(
                  "gender", new Modality.Categorical(List.of("F", "M"), new int[] {0, 1, -1}),
                  "age", new Modality.Dense(1, new float[][] {{10}, {80.7f}, null})),
              Map.of(
                  "genres",
                  new Modality.MultiHot(
                      List.of("Crime", "Drama"), new int[][] {{0, 1}, {1}, {}}))));

  static Stream<Arguments> modalityCases() {
    return Stream.of(
        Arguments.of(Map.of("side", "users", "modality", "gender"), "a x,a y,a z,b x,b y"),
        Arguments.of(
            Map.of("side", "users", "modality", "gender", "values", List.of("M")), "b x,b y"),
        Arguments.of(
            Map.of("side", "users", "modality", "age", "min", 10, "max", 80), "a x,a y,a z"),
        Arguments.of(Map.of("side", "users", "modality", "age", "min", 80.7), "b x,b y"),
        Arguments.of(
            Map.of("side", "items", "modality", "genres", "values", List.of("Drama")),
            "a x,a y,b x,b y,c x"),
        Arguments.of(
            Map.of("side", "items", "modality", "genres", "values", List.of("Crime")),
            "a x,b x,c x"));
  }

  @ParameterizedTest
  @MethodSource("modalityCases")
  void keepsEntitiesByModality(Map<String, ?> params, String expected) {
    assertThat(String.join(",", kept(DESCRIBED, "keep_by_modality", params))).isEqualTo(expected);
  }

  static Stream<Arguments> wrongModalities() {
    return Stream.of(
        Arguments.of(Map.of("side", "items", "modality", "gender"), "items have no modality"),
        Arguments.of(
            Map.of("side", "users", "modality", "gender", "min", 1),
            "min and max need a number, but 'gender' of users is made of labels; declare one with"
                + " type: numeric or, by strategy: numpy, a matrix of one column"),
        Arguments.of(
            Map.of("side", "users", "modality", "age", "values", List.of("1")),
            "values need labels, but 'age' of users is a vector of 1 numbers; declare it with type:"
                + " categorical or multi_hot, and if strategy: numpy reads it, which has numbers"
                + " alone, write the labels to a file for strategy: delimited"),
        Arguments.of(
            Map.of("side", "users", "modality", "gender", "values", List.of("m")),
            "'m' is no label of 'gender'; it has F, M"),
        Arguments.of(
            Map.of("side", "users", "modality", "gender", "values", List.of("M"), "max", 1),
            "either values or min and max"));
  }

  @ParameterizedTest
  @MethodSource("wrongModalities")
  void aModalityThatDoesNotFitIsNamed(Map<String, ?> params, String message) {
    assertThatThrownBy(() -> kept(DESCRIBED, "keep_by_modality", params))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }
}
