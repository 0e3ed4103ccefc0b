package org.trellisrec.significance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.trellisrec.spi.Seed;

/** Bootstrap intervals of the means of one group, and of the differences of its pairs. */
final class GroupIntervals {
  private final SampleGroup group;
  private final Bootstrap bootstrap;
  private final Seed seed;
  private final boolean complete;

  /** Replicates of all models on the same resamples, if they are defined for the same users. */
  private final double[][] shared;

  GroupIntervals(SampleGroup group, Bootstrap bootstrap, Seed seed) {
    this.group = group;
    this.bootstrap = bootstrap;
    this.seed = seed;
    this.complete = group.alike() && group.defined(0).length > 0;
    this.shared = complete ? bootstrap.replicates(columns(group), seed) : new double[0][];
  }

  List<IntervalRow> rows(List<ComparisonScheme.Pair> pairs) {
    List<IntervalRow> rows = new ArrayList<>();
    for (int model = 0; model < group.models().size(); model++) {
      double[] values = group.defined(model);
      double[] replicates = complete ? shared[model] : replicates(values);
      rows.add(row(group.models().get(model), "", values, replicates));
    }
    for (ComparisonScheme.Pair pair : pairs) {
      double[] differences = group.pair(pair).differences();
      double[] replicates =
          complete ? minus(shared[pair.a()], shared[pair.b()]) : replicates(differences);
      rows.add(
          row(group.models().get(pair.a()), group.models().get(pair.b()), differences, replicates));
    }
    return rows;
  }

  private IntervalRow row(String a, String b, double[] values, double[] replicates) {
    Interval interval = bootstrap.interval(values, replicates);
    return new IntervalRow(group.key(), a, b, interval, values.length);
  }

  private double[] replicates(double[] values) {
    return values.length == 0
        ? new double[0]
        : bootstrap.replicates(new double[][] {values}, seed)[0];
  }

  private static double[] minus(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
  }

  private static double[][] columns(SampleGroup group) {
    return IntStream.range(0, group.models().size())
        .mapToObj(group::defined)
        .toArray(double[][]::new);
  }
}
