package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Split;
import org.trellisrec.pipeline.NegativeSampling.Distribution;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;

class NegativeSamplingTest {
  private static final Seed SEED = new Seed(2);
  private static final Dataset DATA =
      SmallData.dataset(3, 10, "0:0 0:1 0:2 1:0 1:3 1:4 2:5 2:6 2:7 2:8");
  private static final Interactions TRAIN = matrix("0:0 1:0 2:5 2:6 2:7 2:8");
  private static final Split SPLIT =
      new Split(
          "p",
          "0",
          TRAIN,
          List.of(task("validation_warm", "0:1 1:3", 0, 1)),
          List.of(task("warm", "0:2 1:4", 0, 1)));

  @TempDir private Path folder;

  private static Interactions matrix(String pairs) {
    return SmallData.matrix(3, 10, pairs);
  }

  private static EvalTask task(String name, String truth, int... users) {
    ItemSet allButNine = ItemSet.where(10, item -> item != 9);
    return new EvalTask(name, users, TRAIN, matrix(truth), new Candidates.Shared(allButNine));
  }

  private static Interactions candidates(EvalTask task) {
    return ((Candidates.PerUser) task.candidates()).items();
  }

  @Test
  void candidatesAreTheTruthAndUnknownItems() {
    // User 0 knows 0, 1, 2; 9 is not allowed: 3 to 8 remain. User 1 knows 0, 3, 4.
    Split sampled = NegativeSampling.sample(DATA, SPLIT, 6, Distribution.UNIFORM, SEED);
    Interactions test = candidates(sampled.test().get(0));
    assertThat(test.columnsOf(0)).containsExactly(2, 3, 4, 5, 6, 7, 8);
    assertThat(test.columnsOf(1)).containsExactly(1, 2, 4, 5, 6, 7, 8);
    assertThat(test.columnsOf(2)).isEmpty();
    assertThat(candidates(sampled.validation().get(0)).columnsOf(0))
        .containsExactly(1, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void drawsAsManyAsAskedForAndRepeatably() {
    Split sampled = NegativeSampling.sample(DATA, SPLIT, 2, Distribution.UNIFORM, SEED);
    Interactions first = candidates(sampled.test().get(0));
    assertThat(first.columnsOf(0)).hasSize(3).contains(2);
    Split again = NegativeSampling.sample(DATA, SPLIT, 2, Distribution.UNIFORM, SEED);
    assertThat(SmallData.pairs(candidates(again.test().get(0)))).isEqualTo(SmallData.pairs(first));
  }

  @Test
  void popularitySamplesOnlyItemsThatOccur() {
    Dataset data = SmallData.dataset(3, 10, "0:0 0:1 0:2 1:0 1:3 1:4 2:5 2:6");
    Split split =
        new Split("p", "0", matrix("0:0 1:0 2:5 2:6"), List.of(), List.of(task("warm", "0:2", 0)));
    // The user has item 1, though it is in no part of the split.
    Split sampled = NegativeSampling.sample(data, split, 4, Distribution.POPULARITY, SEED);
    assertThat(candidates(sampled.test().get(0)).columnsOf(0)).containsExactly(2, 3, 4, 5, 6);
  }

  @Test
  void tooFewItemsAreRefused() {
    assertThatThrownBy(() -> NegativeSampling.sample(DATA, SPLIT, 7, Distribution.UNIFORM, SEED))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "negative_sampling: 2 of 2 users of task 'validation_warm', fold 0, have fewer than 7"
                + " items left to draw from, for example 'u0'; lower num_items");
  }

  @Test
  void filesFixTheNegatives() throws IOException {
    Path file =
        Files.writeString(folder.resolve("n.tsv"), "\uFEFF(u0,)\ti5\ti7\n('u1',)\ti4\ti9\n");
    Split fixed = NegativeSampling.fixed(DATA, SPLIT, file, null);
    Interactions test = candidates(fixed.test().get(0));
    assertThat(test.columnsOf(0)).containsExactly(2, 5, 7);
    assertThat(test.columnsOf(1)).containsExactly(4, 9);
    assertThat(fixed.validation()).isEqualTo(SPLIT.validation());
    assertThat(candidates(NegativeSampling.fixed(DATA, SPLIT, file, file).validation().get(0)))
        .satisfies(validation -> assertThat(validation.columnsOf(1)).containsExactly(3, 4, 9));
  }

  @Test
  void wrongFilesAreRefused() throws IOException {
    assertRefused("u0\ti1\n", "no line for user 'u1', who is served in task 'warm'");
    assertRefused("u0\ti1\nu7\ti1\n", "n.tsv:2: user 'u7' is not in the data");
    assertRefused("u0\ti1\ti77\n", "n.tsv:1: item 'i77' is not in the data");
    assertRefused("u0\ti1\ti1\nu1\ti1\n", "item 'i1' is listed twice for user 'u0'");
    assertThatThrownBy(() -> NegativeSampling.fixed(DATA, SPLIT, folder.resolve("none"), null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("does not exist");
  }

  private void assertRefused(String content, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("n.tsv"), content);
    assertThatThrownBy(() -> NegativeSampling.fixed(DATA, SPLIT, file, null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }
}
