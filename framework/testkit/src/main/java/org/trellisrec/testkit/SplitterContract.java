package org.trellisrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.pipeline.SplitAudit;
import org.trellisrec.pipeline.SplitStage;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;

/**
 * What every splitter keeps. Extend it in a test class and say which splitter to test:
 *
 * <pre>{@code
 * class MySplitterTest extends SplitterContract {
 *   @Override
 *   protected Splitter splitter() {
 *     return new MySplitter(new MySplitter.Params(0.2));
 *   }
 * }
 * }</pre>
 */
public abstract class SplitterContract {
  private static final Seed SEED = new Seed(42);

  /** For extension. */
  protected SplitterContract() {}

  /** The splitter to test. */
  protected abstract Splitter splitter();

  /**
   * The data to split; by default {@link SplitterData#mixed()}, with users who have no or one
   * interaction.
   */
  protected Dataset data() {
    return SplitterData.mixed();
  }

  /** The data of {@link #data()} from input rows in another order. */
  protected Dataset dataInOtherOrder() {
    return SplitterData.mixedInOtherOrder();
  }

  /** True if the splitter discards interactions by rule. */
  protected boolean discards() {
    return false;
  }

  /** The share held out of every user with at least two interactions, if there is such a rule. */
  protected OptionalDouble shareOfEveryUser() {
    return OptionalDouble.empty();
  }

  @Test
  void givesAtLeastOneFoldWithBothParts() {
    assertThat(splitter().split(data(), SEED))
        .isNotEmpty()
        .allSatisfy(
            fold -> {
              assertThat(fold.train().size()).isPositive();
              assertThat(fold.heldOut().truth().size()).isPositive();
            });
  }

  @Test
  void partsAreDisjointAndPartOfTheData() {
    Set<String> all = rows(data().interactions());
    for (Holdout fold : splitter().split(data(), SEED)) {
      Set<String> seen = new TreeSet<>();
      for (Interactions part :
          List.of(fold.train(), fold.heldOut().truth(), fold.heldOut().revealed())) {
        int before = seen.size();
        seen.addAll(rows(part));
        assertThat(seen).as("rows, each in one part only").hasSize(before + part.size());
      }
      assertThat(all).as("rows with their ratings and times").containsAll(seen);
      if (!discards()) {
        assertThat(seen).hasSameSizeAs(all);
      }
    }
  }

  @Test
  void sameSeedGivesSameSplit() {
    assertThat(describe(splitter().split(data(), SEED)))
        .isEqualTo(describe(splitter().split(data(), SEED)));
  }

  @Test
  void orderOfInputRowsDoesNotMatter() {
    assertThat(describe(splitter().split(dataInOtherOrder(), SEED)))
        .isEqualTo(describe(splitter().split(data(), SEED)));
  }

  @Test
  void passesTheAudit() {
    assertThat(SplitStage.split(data(), "contract", splitter(), null, SEED))
        .allSatisfy(split -> assertThat(SplitAudit.findings(data(), split)).isEmpty());
  }

  @Test
  void whatIsPromisedColdIsCold() {
    for (Split split : SplitStage.split(data(), "contract", splitter(), null, SEED)) {
      for (EvalTask task : split.test()) {
        for (int user : task.users()) {
          if (task.unseen().users()) {
            assertThat(split.train().count(user)).as("training of cold user").isZero();
          }
          assertThat(task.truth().count(user)).as("truth of a user who is served").isPositive();
        }
        if (task.unseen().items()) {
          int[] counts = split.train().columnCounts();
          for (int p = 0; p < task.truth().size(); p++) {
            assertThat(counts[task.truth().column(p)]).as("training of cold item").isZero();
          }
        }
      }
    }
  }

  @Test
  void servesForValidationWithinItself() {
    List<Split> splits = SplitStage.split(data(), "contract", splitter(), splitter(), SEED);
    assertThat(splits)
        .isNotEmpty()
        .allSatisfy(
            split -> {
              assertThat(split.validation())
                  .allSatisfy(task -> assertThat(task.name()).startsWith("validation_"));
              assertThat(SplitAudit.findings(data(), split)).isEmpty();
            });
  }

  @Test
  void honoursTheShareOfEveryUser() {
    OptionalDouble share = shareOfEveryUser();
    assumeTrue(share.isPresent(), "this splitter holds out no share of every user");
    Interactions all = data().interactions();
    for (Holdout fold : splitter().split(data(), SEED)) {
      for (int user = 0; user < all.rows(); user++) {
        if (all.count(user) >= 2) {
          double exact = share.getAsDouble() * all.count(user);
          assertThat((double) fold.heldOut().truth().count(user))
              .as("held out of %d", all.count(user))
              .isBetween(exact - 1, exact + 1);
        }
      }
    }
  }

  private static List<String> describe(List<Holdout> folds) {
    return folds.stream()
        .map(
            fold ->
                "train %s truth %s revealed %s notes %s"
                    .formatted(
                        rows(fold.train()),
                        rows(fold.heldOut().truth()),
                        rows(fold.heldOut().revealed()),
                        fold.notes()))
        .toList();
  }

  private static Set<String> rows(Interactions interactions) {
    Set<String> rows = new TreeSet<>();
    int[] rowOf = interactions.rowOfPositions();
    for (int p = 0; p < interactions.size(); p++) {
      long time = interactions.hasTimestamps() ? interactions.timestamp(p) : 0;
      rows.add(
          "%d:%d:%s:%d".formatted(rowOf[p], interactions.column(p), interactions.rating(p), time));
    }
    return rows;
  }
}
