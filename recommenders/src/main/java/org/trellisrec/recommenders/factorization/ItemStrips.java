package org.trellisrec.recommenders.factorization;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;

/**
 * The vectors of items, in strips of {@link #WIDTH} items, in a strip factor by factor, so that the
 * scores of a strip stay in a core's cache while all factors are added to them.
 */
final class ItemStrips {
  /** Items of a strip. */
  private static final int WIDTH = 1024;

  private final float[][] strips;
  private final float[] start;

  /**
   * The vectors and biases as they are at this call, of items with training interactions.
   *
   * @param train users x items
   */
  ItemStrips(float[][] items, float[] biases, Interactions train) {
    this.start = new float[train.columns()];
    Arrays.fill(start, Float.NaN);
    ItemSet.occurringIn(train).stream().forEach(item -> start[item] = biases[item]);
    this.strips = new float[(start.length + WIDTH - 1) / WIDTH][];
    for (int strip = 0; strip < strips.length; strip++) {
      strips[strip] = strip(items, strip * WIDTH);
    }
  }

  /** The vectors from item {@code first} on; null if none of the items can be scored. */
  private float[] strip(float[][] items, int first) {
    int width = Math.min(WIDTH, start.length - first);
    if (IntStream.range(first, first + width).allMatch(item -> Float.isNaN(start[item]))) {
      return null;
    }
    int size = items[first].length;
    float[] values = new float[width * size];
    for (int i = 0; i < width; i++) {
      for (int k = 0; k < size; k++) {
        values[k * width + i] = items[first + i][k];
      }
    }
    return values;
  }

  /** Writes dot products plus biases; NaN for items without training interactions. */
  void score(float[] user, float[] row) {
    System.arraycopy(start, 0, row, 0, start.length);
    for (int strip = 0; strip < strips.length; strip++) {
      if (strips[strip] != null) {
        add(user, strips[strip], row, strip * WIDTH);
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
}
