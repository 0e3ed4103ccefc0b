package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.MissingModalitiesConfig;
import org.trellisrec.config.MissingModalitiesConfig.Names;
import org.trellisrec.config.MissingModalitiesConfig.Rates;
import org.trellisrec.config.MissingModalitiesConfig.Subsets;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.HeldOut.Audience;
import org.trellisrec.data.HeldOut.CandidateRule;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.Split;
import org.trellisrec.data.Unseen;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;

/**
 * Users 0 and 1 and items 0 and 1 are warm; user 2 and items 2 and 3 are cold, as far as a test
 * holds their interactions out.
 */
class MissingModalitiesTest {
  private static final int USERS = 3;
  private static final int ITEMS = 4;
  private static final Rates NO_RATES = new Rates(Map.of(), Map.of());
  private static final String TRAIN = "0:0 0:1 1:0";
  private static final String ITEM_COLD = "0:2 1:3";

  private static Dataset data(String pairs) {
    Modality.Text ofUsers = new Modality.Text(new String[] {"a", "b", "c"});
    Modality.Text ofItems = new Modality.Text(new String[] {"a", "b", "c", "d"});
    return SmallData.dataset(USERS, ITEMS, pairs)
        .withSide(new SideInformation(Map.of("gender", ofUsers), Map.of("genres", ofItems)));
  }

  private static Interactions matrix(String pairs) {
    return SmallData.matrix(USERS, ITEMS, pairs);
  }

  private static MissingModalities subsets() {
    Subsets all = new Subsets(MissingModalitiesConfig.ALL, MissingModalitiesConfig.ALL);
    MissingModalitiesConfig config =
        new MissingModalitiesConfig(new Names(List.of(), List.of()), all, NO_RATES, NO_RATES);
    return new MissingModalities(config, data(TRAIN));
  }

  /** With that many modalities of items, the interactions included. */
  private static MissingModalities everySubsetOf(int modalities) {
    Map<String, Modality> items = new LinkedHashMap<>();
    for (int m = 1; m < modalities; m++) {
      items.put("m" + m, new Modality.Text(new String[] {"a", "b", "c", "d"}));
    }
    MissingModalitiesConfig config =
        new MissingModalitiesConfig(
            new Names(List.of(), List.of()),
            new Subsets(List.of(), MissingModalitiesConfig.ALL),
            NO_RATES,
            NO_RATES);
    return new MissingModalities(
        config, data(TRAIN).withSide(new SideInformation(Map.of(), items)));
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 31, 64})
  void moreSubsetsThanCanBeEvaluatedAreRefused(int modalities) {
    assertThatThrownBy(() -> everySubsetOf(modalities))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "evaluation.missing_modalities.subsets.items is 'all', but %d modalities have 2^%d - 1"
                + " subsets; name up to 8 in modalities.items, or list the subsets",
            modalities, modalities);
    assertThatCode(() -> everySubsetOf(8)).doesNotThrowAnyException();
  }

  private static MissingModalities rates(Rates test) {
    Subsets none = new Subsets(List.of(), List.of());
    MissingModalitiesConfig config =
        new MissingModalitiesConfig(new Names(List.of(), List.of()), none, test, NO_RATES);
    return new MissingModalities(config, many());
  }

  /** 100 users and 100 items, of whom the first 80 occur in training; one of them has no genres. */
  static Dataset many() {
    String[] texts = new String[100];
    Arrays.fill(texts, "a");
    String[] fewer = texts.clone();
    fewer[3] = null;
    Modality.Text all = new Modality.Text(texts);
    return SmallData.dataset(100, 100, "")
        .withSide(
            new SideInformation(
                Map.of("gender", all), Map.of("genres", new Modality.Text(fewer), "text", all)));
  }

  static Split manySplit() {
    String diagonal =
        IntStream.range(0, 80).mapToObj(i -> i + ":" + i).collect(Collectors.joining(" "));
    Interactions train = SmallData.matrix(100, 100, diagonal);
    EvalTask test = HeldOut.warm(SmallData.matrix(100, 100, "0:1")).against(train);
    return new Split("p", "0", train, List.of(), List.of(test));
  }

  private static EvalTask task(String truth, String revealed, CandidateRule rule, Unseen unseen) {
    return new HeldOut("cold", matrix(truth), matrix(revealed), rule, Audience.EVERYONE, unseen)
        .against(matrix(TRAIN));
  }

  private static Split split(EvalTask task) {
    return new Split("p", "0", matrix(TRAIN), List.of(), List.of(task));
  }

  private static List<String> posed(EvalTask task) {
    return subsets().pose(split(task), new Seed(1)).test().stream().map(EvalTask::name).toList();
  }

  private static List<String> kept(EvalTask task, String side) {
    return subsets().kept(List.of(split(task))).stream()
        .filter(kept -> kept.side().equals(side))
        .map(kept -> String.join("+", kept.kept()) + (kept.interactions() ? " kept" : " withheld"))
        .toList();
  }

  @Test
  void aSetIsListedOnce() {
    List<List<String>> none = List.of();
    List<List<String>> turned = List.of(List.of("a", "b"), List.of("b", "a"));
    assertThatThrownBy(() -> new Subsets(none, turned))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("subsets holds [b, a] twice");
    assertThatThrownBy(() -> new Subsets(List.of(List.of("a", "a")), none))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("[a, a]");
  }

  @Test
  void aSetKeepsSomething() {
    assertThatThrownBy(() -> new Subsets(List.of(), List.of(List.of("a"), List.of())))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("subsets holds an empty set");
  }

  /** Two tasks of one name would share their values and their files. */
  @ParameterizedTest
  @ValueSource(strings = {"rates", "users.age", "a+b", "[a]", "a/b"})
  void aModalityThatNoTaskCanBeNamedAfterIsRefusedInASet(String name) {
    Modality.Text texts = new Modality.Text(new String[] {"a", "b", "c", "d"});
    Dataset data =
        SmallData.dataset(USERS, ITEMS, TRAIN)
            .withSide(new SideInformation(Map.of(), Map.of(name, texts)));
    Subsets all = new Subsets(List.of(), MissingModalitiesConfig.ALL);
    Names everything = new Names(List.of(), List.of());

    assertThatThrownBy(
            () ->
                new MissingModalities(
                    new MissingModalitiesConfig(everything, all, NO_RATES, NO_RATES), data))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("evaluation.missing_modalities.subsets.items: ")
        .hasMessageContaining("'%s' is unfit for; rename the modality".formatted(name));

    Rates rates = new Rates(Map.of(), Map.of(name, 0.5));
    Subsets none = new Subsets(List.of(), List.of());
    new MissingModalities(new MissingModalitiesConfig(everything, none, rates, NO_RATES), data);
  }

  @ParameterizedTest
  @EnumSource(
      value = Unseen.class,
      names = {"ITEMS", "USERS_AND_ITEMS"})
  void warmCandidatesAmongColdOnesKeepOrLoseTheirInteractions(Unseen unseen) {
    String truth = unseen.users() ? "2:2 2:3" : ITEM_COLD;
    EvalTask task = task(truth, "", CandidateRule.ALL, unseen);

    assertThat(posed(task)).contains("cold", "cold[interactions]", "cold[genres]");
    assertThat(kept(task, "items"))
        .containsExactly("interactions kept", "genres withheld", "interactions+genres kept");
    VisibleModalities genres =
        subsets().pose(split(task), new Seed(1)).test().stream()
            .filter(posed -> posed.name().equals("cold[genres]"))
            .findFirst()
            .orElseThrow()
            .visible();
    assertThat(genres.ofItem(VisibleModalities.INTERACTIONS, 0)).isFalse();
    assertThat(genres.ofItem(VisibleModalities.ID, 0)).isFalse();
    assertThat(genres.ofItem("genres", 0)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Unseen.class,
      names = {"NOTHING", "ITEMS"})
  void whereAllCandidatesAreColdNoSetDiffersByInteractions(Unseen unseen) {
    EvalTask task = task(ITEM_COLD, "", CandidateRule.TRUTH, unseen);

    assertThat(posed(task))
        .containsExactly("cold", "cold[users.interactions]", "cold[users.gender]");
    assertThat(kept(task, "items")).containsExactly("genres withheld");
  }

  @ParameterizedTest
  @CsvSource({"0:1, true", "0:2, false", "2:1, false"})
  void candidatesOfTheirOwnCountForUsersWhoAreServed(String pair, boolean interactions) {
    EvalTask task =
        task(ITEM_COLD, "", CandidateRule.ALL, Unseen.ITEMS)
            .withCandidates(new Candidates.PerUser(matrix(pair)));

    assertThat(posed(task).contains("cold[interactions]")).isEqualTo(interactions);
  }

  /** User 2 has been shown an item that was trained on, one that was not, or nothing. */
  @ParameterizedTest
  @CsvSource({"2:1, true", "2:3, false", "'', false"})
  void coldUsersHaveTheInteractionsThatAModelCanRead(String revealed, boolean interactions) {
    EvalTask task = task("2:0 2:2", revealed, CandidateRule.ALL, Unseen.USERS);

    assertThat(posed(task).contains("cold[users.interactions]")).isEqualTo(interactions);
    assertThat(kept(task, "users").contains("interactions kept")).isEqualTo(interactions);
  }

  @Test
  void testsAreAskedAgainWithEveryModalityLostByItsOwnRate() {
    Rates own = new Rates(Map.of("gender", 0.05), Map.of("genres", 0.25, "text", 0.6));
    MissingModalities missing = rates(own);

    List<EvalTask> tasks = missing.pose(manySplit(), new Seed(1)).test();

    assertThat(tasks).extracting(EvalTask::name).containsExactly("warm", "warm[rates]");
    assertThat(tasks.get(0).visible()).isEqualTo(VisibleModalities.ALL);
    VisibleModalities left = tasks.get(1).visible();
    assertThat(left.hiddenOfUsers().get("gender").cardinality()).isEqualTo(5);
    assertThat(left.hiddenOfItems().get("genres").cardinality()).isEqualTo(25);
    assertThat(left.hiddenOfItems().get("text").cardinality()).isEqualTo(60);
  }
}
