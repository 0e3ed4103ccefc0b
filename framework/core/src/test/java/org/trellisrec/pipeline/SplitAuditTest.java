package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Split;
import org.trellisrec.data.Unseen;
import org.trellisrec.spi.InputException;

class SplitAuditTest {
  private static final Dataset DATA = SmallData.dataset(3, 4, "0:0 0:1 0:2 1:0 1:1 1:3 2:2");
  private static final Interactions TRAIN = matrix("0:0 1:0 1:1");
  private static final ItemSet ALL = ItemSet.all(4);

  private static Interactions matrix(String pairs) {
    return SmallData.matrix(3, 4, pairs);
  }

  private static EvalTask task(
      String name, String history, String truth, Unseen unseen, int... users) {
    return new EvalTask(name, users, matrix(history), matrix(truth), new Candidates.Shared(ALL))
        .promising(unseen);
  }

  private static EvalTask warm(String truth, int... users) {
    return task("warm", "0:0 1:0 1:1", truth, Unseen.NOTHING, users);
  }

  private static List<String> findings(EvalTask validation, EvalTask test) {
    List<EvalTask> none = List.of();
    return SplitAudit.findings(
        DATA,
        new Split("p", "0", TRAIN, validation == null ? none : List.of(validation), List.of(test)));
  }

  @Test
  void soundSplitsPass() {
    assertThat(findings(warm("0:2", 0), warm("0:1 1:3", 0, 1))).isEmpty();
    assertThat(findings(null, task("cold", "0:0 1:0 1:1", "2:2", Unseen.USERS_AND_ITEMS, 2)))
        .isEmpty();
  }

  @Test
  void overlapsAreFound() {
    assertThat(findings(null, warm("0:0 1:1 1:3", 0)))
        .containsExactly(
            "2 held-out interactions of task 'warm' are also training interactions (first: user"
                + " 'u0', item 'i0')",
            "2 held-out interactions of task 'warm' are visible in its history (first: user 'u0',"
                + " item 'i0')");
    assertThat(findings(warm("0:1 0:2", 0).named("validation_warm"), warm("0:2 1:3", 0, 1)))
        .containsExactly(
            "1 held-out interactions of task 'warm' are also truth of task 'validation_warm'"
                + " (first: user 'u0', item 'i2')");
  }

  @Test
  void aNameThatStandsForLessIsFound() {
    assertThat(findings(null, warm("0:2", 0).named("warm[rates]")))
        .containsExactly(
            "task 'warm[rates]' is named like one in which modalities are withheld; let the splitter"
                + " give it a name that does not end in ]");
  }

  @Test
  void inventedInteractionsAreFound() {
    assertThat(findings(null, warm("0:3", 0)))
        .containsExactly(
            "1 held-out interactions of task 'warm' are not part of the data (first: user 'u0',"
                + " item 'i3')");
    assertThat(findings(null, task("t", "0:0 1:0 1:1 2:0", "0:1", Unseen.NOTHING, 0)))
        .containsExactly(
            "1 interactions in the history of task 't' are not part of the data (first: user 'u2',"
                + " item 'i0')");
    assertThat(SplitAudit.findings(DATA, new Split("p", "0", matrix("2:0"), List.of(), List.of())))
        .containsExactly(
            "1 training interactions are not part of the data (first: user 'u2', item 'i0')");
  }

  @Test
  void pairsThatAreThereTwiceAreFound() {
    assertThat(findings(null, warm("0:2 1:3 1:3", 0, 1)))
        .containsExactly(
            "1 held-out interactions of task 'warm' are there more than once (first: user 'u1', item"
                + " 'i3')");
    EvalTask offered =
        new EvalTask(
            "t",
            new int[] {0},
            TRAIN,
            matrix("0:2"),
            new Candidates.PerUser(matrix("0:2 0:2 0:2 0:3 1:1 2:0")));
    assertThat(findings(null, offered))
        .containsExactly(
            "2 candidates of task 't' are there more than once (first: user 'u0', item 'i2')");
    Interactions twice = matrix("0:0 0:0 1:0 1:1");
    EvalTask sound =
        new EvalTask("t", new int[] {0}, twice, matrix("0:2"), new Candidates.Shared(ALL));
    assertThat(SplitAudit.findings(DATA, new Split("p", "0", twice, List.of(), List.of(sound))))
        .containsExactly(
            "1 training interactions are there more than once (first: user 'u0', item 'i0')");
    assertThat(findings(null, task("t", "0:0 0:0 1:0 1:1", "0:2", Unseen.NOTHING, 0)))
        .containsExactly(
            "1 interactions in the history of task 't' are there more than once (first: user 'u0',"
                + " item 'i0')");
  }

  @Test
  void historyHoldsTheTrainingInteractionsButNoTestTruth() {
    assertThat(findings(null, task("t", "0:0", "0:1", Unseen.NOTHING, 0)))
        .containsExactly(
            "2 training interactions are not in the history of task 't' (first: user 'u1', item"
                + " 'i0')");
    EvalTask peeping = task("validation", "0:0 1:0 1:1 1:3", "0:2", Unseen.NOTHING, 0);
    assertThat(findings(peeping, warm("1:3", 1)))
        .containsExactly(
            "1 held-out interactions of task 'warm' are visible to task 'validation' (first: user"
                + " 'u1', item 'i3')");
  }

  @Test
  void promisedColdEntitiesThatAreTrainedAreFound() {
    EvalTask lukewarm = task("cold", "0:0 1:0 1:1", "0:1 2:2", Unseen.USERS_AND_ITEMS, 0, 2);
    assertThat(findings(null, lukewarm))
        .containsExactly(
            "1 held-out interactions of task 'cold' belong to users that are promised cold but"
                + " occur in training (first: user 'u0', item 'i1')",
            "1 held-out interactions of task 'cold' belong to items that are promised cold but"
                + " occur in training (first: user 'u0', item 'i1')");
    assertThat(findings(null, task("cold", "0:0 1:0 1:1", "0:1 2:2", Unseen.USERS, 0, 2)))
        .hasSize(1);
  }

  @Test
  void wrongUsersAndCandidatesAreFound() {
    assertThat(findings(null, warm("0:1")))
        .containsExactly(
            "task 'warm' serves no user; users with held-out interactions: 1, of whom with training"
                + " interactions: 1");
    assertThat(findings(null, warm("0:1", 0, 2)))
        .containsExactly("task 'warm' serves user 'u2', who has no truth");
    assertThat(findings(null, warm("0:1 1:3", 1, 0)))
        .containsExactly("the users of task 'warm' are not ascending indices below 3: 0 after 1");
    assertThat(findings(null, warm("0:1", 0).withCandidates(new Candidates.Shared(ItemSet.all(9)))))
        .containsExactly(
            "the candidates of task 'warm' come from a catalogue of 9 items, but the data have 4");
    assertThat(
            findings(
                null,
                warm("0:1", 0).withCandidates(new Candidates.Shared(ItemSet.where(4, i -> false)))))
        .containsExactly("task 'warm' has no candidate item");
    assertThat(
            findings(
                null,
                warm("0:1", 0).withCandidates(new Candidates.PerUser(Interactions.empty(2, 4)))))
        .containsExactly(
            "the candidates of task 'warm': 2 x 4, but the data have 3 users and 4 items");
  }

  @Test
  void auditThrowsWithEveryFinding() {
    Split sound = new Split("p", "0", TRAIN, List.of(), List.of(warm("0:1", 0)));
    assertThatCode(() -> SplitAudit.audit(DATA, sound)).doesNotThrowAnyException();
    Split broken = new Split("p", "0.1", TRAIN, List.of(), List.of(warm("0:0 0:3", 0)));
    assertThatThrownBy(() -> SplitAudit.audit(DATA, broken))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the split of protocol 'p', fold 0.1, cannot be evaluated")
        .hasMessageContaining("not part of the data")
        .hasMessageContaining("also training");
    Split empty = new Split("p", "0", matrix(""), List.of(), List.of());
    assertThat(SplitAudit.findings(DATA, empty))
        .containsExactly("there is no training interaction");
  }
}
