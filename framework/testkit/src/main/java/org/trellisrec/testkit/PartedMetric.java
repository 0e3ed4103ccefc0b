package org.trellisrec.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * A metric whose users are spread over several accumulators, which are merged at the end: its
 * values must be those of the metric itself.
 *
 * @param metric the metric
 * @param parts number of accumulators
 * @param partOf the accumulator of each user, in {@code [0, parts)}
 */
public record PartedMetric<A extends SystemMetric.Accumulator<A>>(
    SystemMetric<A> metric, int parts, IntUnaryOperator partOf)
    implements SystemMetric<PartedMetric.Parts<A>> {

  /** The metric in parts. */
  public static <A extends SystemMetric.Accumulator<A>> PartedMetric<A> of(
      SystemMetric<A> metric, int parts, IntUnaryOperator partOf) {
    return new PartedMetric<>(metric, parts, partOf);
  }

  @Override
  public Set<Requirement> requires() {
    return metric.requires();
  }

  @Override
  public boolean mayBeInfinite() {
    return metric.mayBeInfinite();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The engine is given the same object for all of its own parts, so that it merges nothing
   * itself; so one binding serves one cutoff.
   */
  @Override
  public Supplier<Parts<A>> bind(TaskContext task) {
    Supplier<A> accumulators = metric.bind(task);
    Parts<A> shared =
        new Parts<>(
            IntStream.range(0, parts).mapToObj(part -> accumulators.get()).toList(), partOf);
    return () -> shared;
  }

  /**
   * Several accumulators.
   *
   * @param <A> each of them
   */
  public static final class Parts<A extends SystemMetric.Accumulator<A>>
      implements SystemMetric.Accumulator<Parts<A>> {
    private final List<A> parts;
    private final IntUnaryOperator partOf;
    private boolean merged;

    private Parts(List<A> parts, IntUnaryOperator partOf) {
      this.parts = parts;
      this.partOf = partOf;
    }

    @Override
    public void add(RankedList list) {
      parts.get(partOf.applyAsInt(list.user())).add(list);
    }

    @Override
    public void merge(Parts<A> other) {
      if (other != this) {
        throw new IllegalArgumentException("parts of another binding");
      }
    }

    @Override
    public double result() {
      return merged().result();
    }

    @Override
    public Map<String, Double> results(String label) {
      return merged().results(label);
    }

    @Override
    public Map<String, Integer> users(String label) {
      return merged().users(label);
    }

    private A merged() {
      A first = parts.get(0);
      if (!merged) {
        parts.subList(1, parts.size()).forEach(first::merge);
        merged = true;
      }
      return first;
    }
  }
}
