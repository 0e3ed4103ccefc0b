package org.trellisrec.metrics.coverage;

import jakarta.inject.Inject;
import java.util.BitSet;
import java.util.function.Supplier;
import org.trellisrec.data.ItemSet;
import org.trellisrec.metrics.Catalogue;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * The share of the cold items that is recommended to anyone.
 *
 * <pre>|union of all L_u ∩ cold| / |cold|</pre>
 *
 * with cold the candidate items that have no training interaction. Range [0, 1], higher is better.
 * NaN if there is no cold candidate, as in a warm task. The conventions agree; neither Elliot nor
 * RecBole defines it.
 *
 * <p>Source: item coverage of Ge, Delgado-Battenfeld and Jannach, Beyond accuracy: evaluating
 * recommender systems by coverage and serendipity, RecSys 2010, doi:10.1145/1864708.1864761,
 * restricted to cold items.
 */
@Summary(
    value = "The share of the cold items that is recommended to anyone.",
    source = "Ge et al., RecSys 2010, doi:10.1145/1864708.1864761")
public final class ColdItemCoverage implements SystemMetric<ColdItemCoverage.Seen> {
  /** Takes no parameters. */
  @Inject
  public ColdItemCoverage() {}

  @Override
  public Supplier<Seen> bind(TaskContext task) {
    ItemSet candidates = Catalogue.candidates(task);
    ItemSet cold =
        ItemSet.where(
            candidates.catalogue(),
            item -> candidates.contains(item) && task.popularity().count(item) == 0);
    return () -> new Seen(cold);
  }

  /** The cold items recommended so far. */
  public static final class Seen implements Accumulator<Seen> {
    private final BitSet items = new BitSet();
    private final ItemSet cold;

    private Seen(ItemSet cold) {
      this.cold = cold;
    }

    @Override
    public void add(RankedList list) {
      for (int rank = 0; rank < list.size(); rank++) {
        items.set(list.item(rank), cold.contains(list.item(rank)));
      }
    }

    @Override
    public void merge(Seen other) {
      items.or(other.items);
    }

    @Override
    public double result() {
      return items.cardinality() / (double) cold.size();
    }
  }
}
