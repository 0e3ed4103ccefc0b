package org.trellisrec.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
  private static EarlyStopping rule(boolean higherIsBetter, int patience, double minDelta) {
    return new EarlyStopping(
        new EarlyStopping.Rule(higherIsBetter, patience, minDelta, 0, Double.NaN));
  }

  private static int stopsAt(EarlyStopping rule, double... values) {
    for (int i = 0; i < values.length; i++) {
      if (rule.next(values[i]).stop()) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void comparesWithTheBestSoFarNotWithTheNeighbour() {
    EarlyStopping rule = rule(true, 3, 0);
    assertThat(stopsAt(rule, 0.5, 0.3, 0.4, 0.45, 0.49)).isEqualTo(3);
    assertThat(rule.best()).isEqualTo(0.5);
  }

  @Test
  void aFlatCurveStops() {
    double[] flat = new double[10];
    Arrays.fill(flat, 0.2);
    assertThat(stopsAt(rule(true, 3, 0), flat)).isEqualTo(3);
  }

  @Test
  void gainsUpToMinDeltaAreNone() {
    assertThat(stopsAt(rule(false, 2, 0.1), 1.0, 0.95, 0.91)).isEqualTo(2);
    assertThat(stopsAt(rule(false, 2, 0.1), 1.0, 0.85, 0.70)).isEqualTo(-1);
  }

  @Test
  void nanIsNoImprovement() {
    EarlyStopping rule = rule(true, 1, 0);
    assertThat(rule.next(0.1).best()).isTrue();
    assertThat(rule.next(Double.NaN).stop()).isTrue();
  }

  @Test
  void patienceZeroNeverStops() {
    assertThat(stopsAt(rule(true, 0, 0), new double[1000])).isEqualTo(-1);
  }

  @Test
  void gainsUpToAShareOfTheBestAreNone() {
    EarlyStopping rule = new EarlyStopping(new EarlyStopping.Rule(true, 1, 0, 0.1, Double.NaN));
    assertThat(stopsAt(rule, 1.0, 1.2, 1.3)).isEqualTo(2);
  }

  @Test
  void aStartBelowTheBaselineStopsAtOnce() {
    EarlyStopping.Rule rule = new EarlyStopping.Rule(true, 5, 0, 0, 0.3);
    assertThat(stopsAt(new EarlyStopping(rule), 0.2, 0.9)).isZero();
    assertThat(stopsAt(new EarlyStopping(rule), 0.31, 0.1)).isEqualTo(-1);
  }
}
