package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;

class TaskNotesTest {
  private static final Dataset DATA = SmallData.dataset(3, 4, "0:0 0:1 1:0 1:1 1:3 2:2");
  private static final Interactions TRUTH = SmallData.matrix(3, 4, "1:3 2:2");

  private static List<String> notes(Candidates candidates) {
    List<String> notes = new ArrayList<>();
    Interactions train = SmallData.matrix(3, 4, "0:0 0:1 1:0 1:1");
    new TaskNotes(DATA, "here", notes::add)
        .tell(new EvalTask("t", new int[] {1}, train, TRUTH, candidates));
    return notes;
  }

  @Test
  void whoAndWhatCannotTakePartIsNoted() {
    assertThat(notes(new Candidates.Shared(ItemSet.where(4, item -> item < 2))))
        .containsExactly(
            "here: 1 of 2 users with held-out interactions have no training interaction and are"
                + " left out (first: 'u2')",
            "here: 1 held-out interactions are of items that are no candidates, so they can never"
                + " be recommended (first: user 'u1', item 'i3')");
  }

  @Test
  void sampledCandidatesHaveAllThatIsHeldOut() {
    assertThat(notes(new Candidates.PerUser(SmallData.matrix(3, 4, "1:2 1:3"))))
        .singleElement()
        .asString()
        .startsWith("here: 1 of 2 users");
  }
}
