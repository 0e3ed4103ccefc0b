package org.trellisrec.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FigureTableTest {
  private static Measured measured(double[]... forks) {
    return new Measured(Workload.PROCESS, Arrays.stream(forks).map(FigureTableTest::runs).toList());
  }

  private static List<Map<String, Double>> runs(double[] seconds) {
    return DoubleStream.of(seconds)
        .mapToObj(
            s -> Map.of("whole process CPU s", s, "whole process wall s", s, "peak resident MB", s))
        .toList();
  }

  @Test
  void firstAndLaterRunsHaveTheirOwnMedians() {
    Measured three =
        measured(new double[] {9, 1, 2}, new double[] {5, 3, 4}, new double[] {6, 8, 7});
    assertThat(FigureTable.of(List.of(three)).rows().get(0))
        .containsExactly("process", "whole process CPU s", "6.00", "3.50", "<= 4.00", "1.50", "no");
  }

  @Test
  void aSingleRunHasNoLaterOnes() {
    Measured one = measured(new double[] {2});
    assertThat(FigureTable.of(List.of(one)).rows().get(0))
        .containsExactly("process", "whole process CPU s", "2.00", "", "<= 4.00", "0.50", "yes");
  }

  @Test
  void aSpeedIsToReachItsTargetFromAbove() {
    assertThat(Target.atLeast(5).met(4)).isFalse();
    assertThat(Target.atLeast(5).met(5)).isTrue();
    assertThat(Target.atMost(5).met(5)).isTrue();
    assertThat(Target.atMost(5).met(6)).isFalse();
  }
}
