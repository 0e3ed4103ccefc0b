package org.trellisrec.metrics.coverage;

import jakarta.inject.Inject;
import java.util.BitSet;
import java.util.function.Supplier;
import org.trellisrec.metrics.Catalogue;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * The share of the catalogue that is recommended to anyone.
 *
 * <pre>|union of all L_u| / |I|</pre>
 *
 * Range [0, 1], higher is better. 0 if every list is empty; NaN if the catalogue is empty.
 *
 * <p>Conventions: {@code standard} divides by the number of candidate items. {@code elliot} does
 * not divide: the value is a count. {@code recbole} divides by the number of items with any
 * interaction plus one, its padding item.
 *
 * <p>Source: Ge, Delgado-Battenfeld and Jannach, Beyond accuracy: evaluating recommender systems by
 * coverage and serendipity, RecSys 2010, doi:10.1145/1864708.1864761.
 */
@Summary(
    value = "The share of the catalogue that is recommended to anyone.",
    source = "Ge et al., RecSys 2010, doi:10.1145/1864708.1864761")
public final class ItemCoverage implements SystemMetric<ItemCoverage.Seen> {
  /** Takes no parameters. */
  @Inject
  public ItemCoverage() {}

  @Override
  public Supplier<Seen> bind(TaskContext task) {
    double divisor = task.convention() == Convention.ELLIOT ? 1 : Catalogue.size(task);
    return () -> new Seen(divisor);
  }

  /** The items recommended so far. */
  public static final class Seen implements Accumulator<Seen> {
    private final BitSet items = new BitSet();
    private final double divisor;

    private Seen(double divisor) {
      this.divisor = divisor;
    }

    @Override
    public void add(RankedList list) {
      for (int rank = 0; rank < list.size(); rank++) {
        items.set(list.item(rank));
      }
    }

    @Override
    public void merge(Seen other) {
      items.or(other.items);
    }

    @Override
    public double result() {
      return items.cardinality() / divisor;
    }
  }
}
