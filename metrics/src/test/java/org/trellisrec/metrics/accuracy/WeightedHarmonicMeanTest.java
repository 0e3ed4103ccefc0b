package org.trellisrec.metrics.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;
import org.trellisrec.testkit.TinyEvaluation;

class WeightedHarmonicMeanTest {
  private record Noting(String name) implements UserMetric {
    @Override
    public PerUser bind(TaskContext task) {
      return RankedList::hits;
    }

    @Override
    public List<String> notes(List<TaskContext> tasks) {
      return List.of(name + ": " + tasks.size());
    }
  }

  private static UserMetric named(String name, Map<String, String> params) {
    return new Noting(name);
  }

  @Test
  void whatTheTwoMetricsHaveToSayIsPassedOn() {
    TaskContext task = TinyEvaluation.of(1, 5).relevant(0, 1).list(0, 1).context();
    Metric weighted = new FBeta(new FBeta.Params(2, "A", "B"), WeightedHarmonicMeanTest::named);
    Metric equal = new ExtendedF1(new ExtendedF1.Params("A", "B"), WeightedHarmonicMeanTest::named);
    assertThat(weighted.notes(List.of(task, task))).containsExactly("A: 2", "B: 2");
    assertThat(equal.notes(List.of(task))).containsExactly("A: 1", "B: 1");
  }
}
