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
  /** Holds out so many interactions of the first users, and promises that these users are cold. */
  private static SplitterContract coldUsers(double share) {
    return new SplitterContract() {
      @Override
      protected Splitter splitter() {
        return (data, seed) -> {
          Interactions all = data.interactions();
          int first = (int) (share * all.end(9));
          HeldOut heldOut =
              new HeldOut(
                  HeldOut.WARM,
                  all.filter(p -> p < first),
                  Interactions.empty(all.rows(), all.columns()),
                  HeldOut.CandidateRule.TRAIN,
                  HeldOut.Audience.EVERYONE,
                  Unseen.USERS);
          return List.of(new Holdout(all.filter(p -> p >= first), heldOut));
        };
      }
    };
  }

  @Test
  void usersWhoArePromisedColdAndAreTrainedAreFound() {
    assertThatThrownBy(() -> coldUsers(0.95).whatIsPromisedColdIsCold())
        .isInstanceOf(Throwable.class)
        .hasMessageContaining("promised cold");
    assertThatCode(() -> coldUsers(1).whatIsPromisedColdIsCold()).doesNotThrowAnyException();
  }
}
