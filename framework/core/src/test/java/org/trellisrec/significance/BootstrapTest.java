package org.trellisrec.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  /** Skewed: squares, over four. */
  private static final double[] SKEWED =
      Samples.of(60, i -> Math.pow(i * 37 % 11 - 4, 2) / 4).differences();

  @Test
  void givesScipysPercentileInterval() {
    Interval interval = interval(SKEWED, IntervalMethod.PERCENTILE);

    assertThat(interval.mean()).isEqualTo(Arrays.stream(SKEWED).average().orElseThrow());
    assertThat(interval.low()).isEqualTo(2.0708, within(0.03));
    assertThat(interval.high()).isEqualTo(3.4292, within(0.03));
  }

  @Test
  void givesScipysBcaInterval() {
    Interval interval = interval(SKEWED, IntervalMethod.BCA);

    assertThat(interval.low()).isEqualTo(2.1125, within(0.03));
    assertThat(interval.high()).isEqualTo(3.4792, within(0.03));
  }

  @Test
  void bcaMovesTheIntervalOfDarwinsSkewedDifferencesDown() {
    Interval percentile = interval(Samples.DARWIN, IntervalMethod.PERCENTILE);
    Interval bca = interval(Samples.DARWIN, IntervalMethod.BCA);

    assertThat(percentile.low()).isEqualTo(1.333, within(0.7));
    assertThat(bca.low()).isEqualTo(-1.8, within(0.7));
    assertThat(bca.high()).isEqualTo(36.267, within(0.7));
  }

  @Test
  void readsQuantilesBetweenOrderStatistics() {
    Bootstrap bootstrap = new Bootstrap(new BootstrapConfig(100, IntervalMethod.PERCENTILE, 0.9));
    double[] replicates = IntStream.rangeClosed(0, 10).mapToDouble(i -> i).toArray();

    Interval interval = bootstrap.interval(new double[] {0, 10}, replicates);

    assertThat(interval.mean()).isEqualTo(5);
    assertThat(interval.low()).isEqualTo(0.5, within(1e-9));
    assertThat(interval.high()).isEqualTo(9.5, within(1e-9));
  }

  @Test
  void theHighestConfidenceSpansAllReplicates() {
    Bootstrap bootstrap =
        new Bootstrap(new BootstrapConfig(100, IntervalMethod.PERCENTILE, Math.nextDown(1.0)));
    double[] replicates = IntStream.rangeClosed(0, 10).mapToDouble(i -> i).toArray();

    Interval interval = bootstrap.interval(new double[] {0, 10}, replicates);

    assertThat(interval.low()).isEqualTo(0, within(1e-9));
    assertThat(interval.high()).isEqualTo(10, within(1e-9));
  }

  @Test
  void columnsShareTheirResamples() {
    double[] doubled = Arrays.stream(SKEWED).map(value -> 2 * value).toArray();

    double[][] replicates =
        bootstrap(IntervalMethod.BCA).replicates(new double[][] {SKEWED, doubled}, Samples.SEED);

    assertThat(replicates[1])
        .isEqualTo(Arrays.stream(replicates[0]).map(value -> 2 * value).toArray());
    assertThat(Arrays.stream(replicates[0]).distinct().count()).isGreaterThan(100);
  }

  @Test
  void theIntervalOfAConstantIsAPoint() {
    assertThat(interval(new double[] {0.1, 0.1, 0.1}, IntervalMethod.BCA))
        .isEqualTo(new Interval(0.1, 0.1, 0.1));
    assertThat(interval(new double[0], IntervalMethod.BCA).low()).isNaN();
  }

  private static Interval interval(double[] values, IntervalMethod method) {
    Bootstrap bootstrap = bootstrap(method);
    double[] replicates = bootstrap.replicates(new double[][] {values}, Samples.SEED)[0];
    return bootstrap.interval(values, replicates);
  }

  private static Bootstrap bootstrap(IntervalMethod method) {
    return new Bootstrap(new BootstrapConfig(20_000, method, 0.95));
  }
}
