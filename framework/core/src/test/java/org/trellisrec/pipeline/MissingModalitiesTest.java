package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
}
