package org.trellisrec.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.trellisrec.data.FloatColumn;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.LongColumn;
import org.trellisrec.data.Workers;
import org.trellisrec.spi.Seed;

/** Draws the histories of all users, in blocks of users with a seed of their own each. */
final class Histories {
  private static final int BLOCK = 1024;

  /** 2020-01-01T00:00:00Z. */
  private static final long EPOCH = 1_577_836_800L;

  private static final double ARRIVALS = 3 * 365 * 86_400.0;
  private static final double MEAN_GAP = 6 * 3_600.0;
  private static final double RATING_NOISE = 0.6;

  private final Generated.Params params;
  private final PlantedFactors factors;
  private final int[] starts;
  private final int[] columns;
  private final float[] ratings;
  private final long[] times;

  private Histories(Generated.Params params, PlantedFactors factors, int[] starts) {
    this.params = params;
    this.factors = factors;
    this.starts = starts;
    this.columns = new int[params.interactions()];
    this.ratings = params.ratings() ? new float[columns.length] : null;
    this.times = params.timestamps() ? new long[columns.length] : null;
  }

  static Interactions draw(
      Generated.Params params, PlantedFactors factors, Seed seed, int threads) {
    int[] starts = new int[params.users() + 1];
    int[] counts = Activity.counts(params, seed.derive("activity").rng());
    for (int user = 0; user < counts.length; user++) {
      starts[user + 1] = starts[user] + counts[user];
    }
    Histories histories = new Histories(params, factors, starts);
    ItemTables tables = new ItemTables(params, factors);
    List<Runnable> blocks = new ArrayList<>();
    for (int first = 0; first < params.users(); first += BLOCK) {
      int from = first;
      blocks.add(() -> histories.drawBlock(from, seed.derive("users/" + from).rng(), tables));
    }
    Workers.run(threads, blocks);
    return histories.interactions();
  }

  private Interactions interactions() {
    return Interactions.ofRows(
        params.items(),
        starts,
        columns,
        ratings == null ? FloatColumn.constant(1f) : FloatColumn.of(ratings),
        times == null ? null : LongColumn.of(times));
  }

  private void drawBlock(int from, UniformRandomProvider rng, ItemTables tables) {
    ItemDraw draw = new ItemDraw(params, factors, tables, rng);
    int to = Math.min(from + BLOCK, params.users());
    for (int user = from; user < to; user++) {
      int[] items = draw.distinct(user, starts[user + 1] - starts[user]);
      store(user, items, rng);
    }
  }

  /** Sorts by item; the order of drawing becomes the order in time. */
  private void store(int user, int[] items, UniformRandomProvider rng) {
    long[] byItem = new long[items.length];
    for (int i = 0; i < items.length; i++) {
      byItem[i] = ((long) items[i] << Integer.SIZE) | i;
    }
    Arrays.sort(byItem);
    long[] clock = times == null ? null : clock(items.length, rng);
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(rng);
    for (int i = 0; i < byItem.length; i++) {
      int position = starts[user] + i;
      columns[position] = (int) (byItem[i] >>> Integer.SIZE);
      if (ratings != null) {
        ratings[position] = rating(user, columns[position], gaussian.sample());
      }
      if (times != null) {
        times[position] = clock[(int) byItem[i]];
      }
    }
  }

  private static long[] clock(int ticks, UniformRandomProvider rng) {
    ZigguratSampler.Exponential gap = ZigguratSampler.Exponential.of(rng, MEAN_GAP);
    long[] clock = new long[ticks];
    long now = EPOCH + (long) (rng.nextDouble() * ARRIVALS);
    for (int i = 0; i < ticks; i++) {
      now += 1 + (long) gap.sample();
      clock[i] = now;
    }
    return clock;
  }

  private float rating(int user, int item, double noise) {
    double liking = 2 + 3 * factors.cosine(user, item) + RATING_NOISE * noise;
    return Math.max(1, Math.min(5, Math.round(liking)));
  }
}
