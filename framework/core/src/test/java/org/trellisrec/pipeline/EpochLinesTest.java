package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.EpochDecision;

class EpochLinesTest {
  private final List<String> lines = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final EpochLines out =
      new EpochLines(
          "m, trial 3",
          new TinyUnit(Path.of("")).of((data, context) -> null).plan(),
          lines::add,
          nanos::get);

  private void epoch(int number, double seconds, boolean best, boolean stop) {
    nanos.addAndGet((long) (seconds * 1e9));
    Watched value = new Watched(0.5, 3);
    EpochRecord record = new EpochRecord(number, 0.25, true, value, value, seconds, seconds, 0);
    out.ended(record, new EpochDecision(best, stop));
  }

  @Test
  void aLineHasLossValueTimeAndDecision() {
    epoch(1, 1.25, true, false);
    assertThat(lines)
        .containsExactly(
            "m, trial 3: epoch 1, loss 0.250000, First@1 0.50000 (1.3 s), best so far");
  }

  @Test
  void aMetricWithoutUsersBehindItIsLeftOut() {
    EpochRecord record =
        new EpochRecord(1, 0.25, true, Watched.NOTHING, Watched.NOTHING, 1.25, 1, 0);
    out.ended(record, new EpochDecision(true, false));
    assertThat(lines).containsExactly("m, trial 3: epoch 1, loss 0.250000 (1.3 s), best so far");
  }

  @Test
  void slowEpochsAreAllShown() {
    for (int number = 1; number <= 4; number++) {
      epoch(number, 2.5, false, false);
    }
    assertThat(lines).hasSize(4);
  }

  @Test
  void ofFastEpochsTheFirstTheLastAndOneInTwoSecondsAreShown() {
    for (int number = 1; number <= 49; number++) {
      epoch(number, 0.1, false, false);
    }
    out.close();
    out.close();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).contains("epoch 21,");
    assertThat(lines.get(3)).contains("epoch 49,");
  }

  @Test
  void theEpochThatStopsIsShownOnce() {
    epoch(1, 0.1, false, false);
    epoch(2, 0.1, false, true);
    out.close();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).endsWith(", stopping");
  }

  @Test
  void aTrainingThatIsTakenUpSaysWhere() {
    out.resumed(
        List.of(new EpochRecord(1, 0.25, false, Watched.NOTHING, Watched.NOTHING, 1, 1, 0)));
    assertThat(lines).containsExactly("m, trial 3: taken up after epoch 1");
  }
}
