package org.trellisrec.recommenders.factorization;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.UserBlock;

/**
 * Dot products of vectors, plus biases. Cold users and items are not scored.
 *
 * <p>The vectors of items lie in strips of {@link #WIDTH} items, in a strip factor by factor, so
 * that the scores of a strip stay in a core's cache while all factors are added to them.
 */
final class FactorModel implements Model {
  /** Items of a strip. */
  private static final int WIDTH = 1024;

  private final Factors factors;
  private final float[][] strips;
  private final float[] start;
  private final Interactions train;

  /**
   * A model that reads the vectors of users as they are, and those of items as they are at this
   * call.
   *
   * @param train users x items
   */
  FactorModel(Factors factors, Interactions train) {
    this.factors = factors;
    this.train = train;
    this.start = new float[train.columns()];
    Arrays.fill(start, Float.NaN);
    ItemSet.occurringIn(train).stream().forEach(item -> start[item] = factors.biases()[item]);
    this.strips = new float[(start.length + WIDTH - 1) / WIDTH][];
    for (int strip = 0; strip < strips.length; strip++) {
      strips[strip] = strip(strip * WIDTH);
    }
  }

  /** The vectors from item {@code first} on; null if none of the items can be scored. */
  private float[] strip(int first) {
    int width = Math.min(WIDTH, start.length - first);
    if (IntStream.range(first, first + width).allMatch(item -> Float.isNaN(start[item]))) {
      return null;
    }
    float[] values = new float[width * factors.size()];
    for (int i = 0; i < width; i++) {
      float[] vector = factors.items()[first + i];
      for (int k = 0; k < vector.length; k++) {
        values[k * width + i] = vector[k];
      }
    }
    return values;
  }

  @Override
  public void score(UserBlock users, float[][] scores) {
    for (int row = 0; row < users.size(); row++) {
      if (train.count(users.user(row)) > 0) {
        score(users.user(row), scores[row]);
      }
    }
  }

  private void score(int user, float[] row) {
    System.arraycopy(start, 0, row, 0, start.length);
    for (int strip = 0; strip < strips.length; strip++) {
      if (strips[strip] != null) {
        add(factors.users()[user], strips[strip], row, strip * WIDTH);
      }
    }
  }

  private static void add(float[] user, float[] strip, float[] row, int first) {
    int width = strip.length / user.length;
    for (int k = 0; k < user.length; k++) {
      float factor = user[k];
      for (int i = 0; i < width; i++) {
        row[first + i] += factor * strip[k * width + i];
      }
    }
  }

  @Override
  public Map<String, Long> parameterCounts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    long vectors = (long) factors.users().length + factors.items().length;
    counts.put("embeddings", vectors * factors.size());
    counts.put("biases", (long) factors.biases().length);
    return counts;
  }
}
