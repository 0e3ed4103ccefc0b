package org.trellisrec.cli.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * The figures of one workload.
 *
 * @param workload what was measured
 * @param forks for every JVM, the figures of its runs, in order
 */
record Measured(Workload workload, List<List<Map<String, Double>>> forks) {
  static Measured of(Workload workload, Collection<RunResult> results) {
    return new Measured(
        workload,
        results.stream()
            .flatMap(result -> result.getBenchmarkResults().stream())
            .map(fork -> fork.getIterationResults().stream().map(Measured::figures).toList())
            .toList());
  }

  private static Map<String, Double> figures(IterationResult run) {
    Map<String, Double> figures = new TreeMap<>();
    run.getSecondaryResults().forEach((name, result) -> figures.put(name, result.getScore()));
    return figures;
  }

  /** Median over JVMs of the first run in each, which pays for the JIT compiler. */
  double first(FigureRow row) {
    return median(row, forks.stream().flatMap(fork -> fork.stream().limit(1)));
  }

  /** Median over all runs but the first of each JVM; NaN if there are none. */
  double later(FigureRow row) {
    return median(row, forks.stream().flatMap(fork -> fork.stream().skip(1)));
  }

  private static double median(FigureRow row, Stream<Map<String, Double>> runs) {
    double[] sorted = runs.mapToDouble(run -> value(run, row)).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double value(Map<String, Double> run, FigureRow row) {
    return row.parts().stream().mapToDouble(run::get).sum();
  }
}
