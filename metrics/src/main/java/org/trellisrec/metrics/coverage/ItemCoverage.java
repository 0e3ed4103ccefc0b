package org.trellisrec.metrics.coverage;

import jakarta.inject.Inject;
import java.util.BitSet;
import java.util.function.Supplier;
import org.trellisrec.metrics.Catalogue;
import org.trellisrec.metrics.Labels;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * The share of the catalogue that is recommended to anyone.
 *
 * <pre>|union of all L_u| / |I|</pre>
 *
 * Range [0, 1], as a count [0, |I|]; higher is better. 0 if every list is empty; NaN if the
 * catalogue is empty.
 *
 * <p>Conventions: {@code standard} divides by the number of candidate items. {@code elliot} does
 * not divide: the value is a count. {@code recbole} divides by the number of items with any
 * interaction plus one, its padding item. The parameter {@code as} overrides whether it divides,
 * not by what; {@code elliot} then divides by the number of training items. Lists with items that
 * these two do not count can exceed 1.
 *
 * <p>Source: Ge, Delgado-Battenfeld and Jannach, Beyond accuracy: evaluating recommender systems by
 * coverage and serendipity, RecSys 2010, doi:10.1145/1864708.1864761.
 */
@Summary(
    value = "The share of the catalogue that is recommended to anyone.",
    source = "Ge et al., RecSys 2010, doi:10.1145/1864708.1864761")
public final class ItemCoverage implements SystemMetric<ItemCoverage.Seen> {
  private final Form form;

  /** What the value is. */
  public enum Form {
    /** A share of the catalogue. */
    FRACTION,
    /** A number of items. */
    COUNT
  }

  /**
   * Parameters.
   *
   * @param as what the value is, or null for what it is in the convention
   */
  public record Params(
      @Param(
              description =
                  "fraction of the catalogue or count of items; if left out, a fraction, and a"
                      + " count in the convention elliot",
              byDefault = Param.OPTIONAL)
          Form as) {}

  /** Coverage with these parameters. */
  @Inject
  public ItemCoverage(Params params) {
    this.form = params.as();
  }

  @Override
  public String label(String name) {
    return Labels.with(name, "as", form, null);
  }

  @Override
  public Supplier<Seen> bind(TaskContext task) {
    boolean counts = form == null ? task.convention() == Convention.ELLIOT : form == Form.COUNT;
    double divisor = counts ? 1 : Catalogue.size(task);
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
