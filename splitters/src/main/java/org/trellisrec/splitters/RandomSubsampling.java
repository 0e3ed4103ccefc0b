package org.trellisrec.splitters;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;

/**
 * Random hold-out: a share of the interactions, or a number of every user, drawn without
 * replacement; repeated independently for every fold. See {@link HoldOutParams} for users with too
 * few interactions.
 */
@Summary("Random hold-out by ratio or leave-n-out, repeated as often as wished.")
public final class RandomSubsampling implements NestedSplitter {
  private final Params params;

  /**
   * What can be configured.
   *
   * @param size how much is held out
   * @param folds number of independent draws
   */
  public record Params(
      @Inline HoldOutParams size,
      @Param(description = "Number of independent draws.", byDefault = "1", min = 1) int folds) {}

  /** The splitter with these parameters. */
  @Inject
  public RandomSubsampling(Params params) {
    this.params = params;
  }

  @Override
  public List<Holdout> splitRemaining(Dataset whole, Interactions remaining, Seed seed) {
    return IntStream.range(0, params.folds)
        .mapToObj(fold -> new RandomPicker(seed.derive("fold-" + fold)))
        .map(picker -> params.size.apply(whole, remaining, picker))
        .toList();
  }
}
