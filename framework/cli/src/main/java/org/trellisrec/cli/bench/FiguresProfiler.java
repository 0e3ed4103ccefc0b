package org.trellisrec.cli.bench;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/** Puts the processor time of every iteration, and its {@link Figures}, beside JMH's wall time. */
public final class FiguresProfiler implements InternalProfiler {
  static final String ITERATION = "iteration" + Figures.CPU;

  private Stopwatch watch = new Stopwatch();

  @Override
  public String getDescription() {
    return "processor time, and the figures that the benchmark adds";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    Figures.clear();
    watch = new Stopwatch();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    Figures.add(ITERATION, watch.cpuSeconds());
    List<ScalarResult> results =
        Figures.all().entrySet().stream().map(e -> result(e.getKey(), e.getValue())).toList();
    Figures.clear();
    return results;
  }

  private static ScalarResult result(String name, double value) {
    return new ScalarResult(name, value, "", AggregationPolicy.AVG);
  }
}
