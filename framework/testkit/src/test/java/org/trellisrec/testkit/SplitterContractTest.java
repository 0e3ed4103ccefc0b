package org.trellisrec.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Unseen;
import org.trellisrec.spi.Splitter;

class SplitterContractTest {
  /** Holds out users as wholes, and promises this. */
  private static SplitterContract coldUsers(Unseen promise) {
    return new SplitterContract() {
      @Override
      protected Splitter splitter() {
        return (data, seed) -> {
          Interactions all = data.interactions();
          int first = all.end(9);
          HeldOut heldOut =
              new HeldOut(
                  HeldOut.WARM,
                  all.filter(p -> p < first),
                  Interactions.empty(all.rows(), all.columns()),
                  HeldOut.CandidateRule.TRAIN,
                  HeldOut.Audience.EVERYONE,
                  promise);
          return List.of(new Holdout(all.filter(p -> p >= first), heldOut));
        };
      }
    };
  }

  @Test
  void coldUsersThatAreNotPromisedAreFound() {
    assertThatThrownBy(() -> coldUsers(Unseen.NOTHING).coldIsColdAndWarmIsTrained())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not promised cold");
    assertThatCode(() -> coldUsers(Unseen.USERS).coldIsColdAndWarmIsTrained())
        .doesNotThrowAnyException();
  }
}
