package org.trellisrec.metrics.diversity;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.function.Supplier;
import org.trellisrec.metrics.Catalogue;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * How unevenly recommendations spread over the catalogue.
 *
 * <pre>G = sum_{j=1..N} (2j - N - 1) c_j / ((N - 1) sum_j c_j)</pre>
 *
 * with {@code c_j} the number of times an item is recommended, ascending, 0 for items that never
 * are, and N the number of items. Range [0, 1]: 0 if all items are recommended equally often, 1 if
 * only one ever is. Lower is better. NaN if nothing is recommended or N is below 2.
 *
 * <p>Conventions: {@code standard} as above over the candidate items. {@code elliot} reports {@code
 * 1 - G} over the training items: higher is better; lists with items unknown to training leave the
 * range. {@code recbole} divides by N instead of N - 1, with N the number of items with any
 * interaction plus one, its padding item; lists with items that occur nowhere can fall below 0.
 *
 * <p>Sources: Fleder and Hosanagar, Blockbuster culture's next rise or fall, Management Science
 * 55(5), 2009, doi:10.1287/mnsc.1080.0974; in this form Castells, Hurley and Vargas, Recommender
 * Systems Handbook, 2nd edition, 2015, doi:10.1007/978-1-4899-7637-6_26.
 */
@Summary(
    value = "How unevenly recommendations spread over the catalogue.",
    source =
        "Castells et al., Recommender Systems Handbook, 2015, doi:10.1007/978-1-4899-7637-6_26")
public final class Gini implements SystemMetric<Gini.Counts> {
  /** Takes no parameters. */
  @Inject
  public Gini() {}

  @Override
  public boolean higherIsBetter(Convention convention) {
    return convention == Convention.ELLIOT;
  }

  @Override
  public Supplier<Counts> bind(TaskContext task) {
    int known = task.train().columns();
    int catalogue = Catalogue.size(task);
    return () -> new Counts(known, catalogue, task.convention());
  }

  /** How often each item was recommended. */
  public static final class Counts implements Accumulator<Counts> {
    private final int[] counts;
    private final int catalogue;
    private final Convention convention;

    private Counts(int known, int catalogue, Convention convention) {
      this.counts = new int[known];
      this.catalogue = catalogue;
      this.convention = convention;
    }

    @Override
    public void add(RankedList list) {
      for (int rank = 0; rank < list.size(); rank++) {
        counts[list.item(rank)]++;
      }
    }

    @Override
    public void merge(Counts other) {
      for (int item = 0; item < counts.length; item++) {
        counts[item] += other.counts[item];
      }
    }

    @Override
    public double result() {
      if (catalogue < 2) {
        return Double.NaN;
      }
      int[] seen = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
      double weighted = 0;
      long total = 0;
      for (int j = 1; j <= seen.length; j++) {
        int place = catalogue - seen.length + j;
        weighted += (2.0 * place - catalogue - 1) * seen[j - 1];
        total += seen[j - 1];
      }
      double divisor = convention == Convention.RECBOLE ? catalogue : catalogue - 1;
      double gini = weighted / (divisor * total);
      return convention == Convention.ELLIOT ? 1 - gini : gini;
    }
  }
}
