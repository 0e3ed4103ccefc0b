package org.example.sessions;

import jakarta.inject.Inject;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Summary;

/**
 * Keeps the latest interactions of every user, up to a number. Of several at the same time, those
 * with the items that come last in the vocabulary are kept.
 */
@Summary("Keeps the latest interactions of every user.")
public final class LatestInteractions implements Prefilter {
  private final Params params;

  /**
   * Parameters.
   *
   * @param most number of interactions that a user keeps at most
   */
  public record Params(
      @Param(description = "Interactions that a user keeps at most.", byDefault = "200", min = 1)
          int most) {}

  /** The prefilter with these parameters. */
  @Inject
  public LatestInteractions(Params params) {
    this.params = params;
  }

  @Override
  public Interactions apply(Dataset data) {
    Interactions all = data.interactions();
    if (!all.hasTimestamps()) {
      throw new InputException(
          "latest_interactions needs timestamps, but the data have none; name their column in"
              + " data_config");
    }
    BitSet kept = new BitSet(all.size());
    for (int user = 0; user < all.rows(); user++) {
      IntStream.range(all.start(user), all.end(user))
          .boxed()
          .sorted(
              Comparator.<Integer>comparingLong(all::timestamp)
                  .thenComparing(Comparator.naturalOrder())
                  .reversed())
          .limit(params.most())
          .forEach(kept::set);
    }
    return all.filter(kept::get);
  }
}
