package org.trellisrec.recommenders.factorization;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.UserBlock;

/** Dot products of vectors, plus biases. Cold users and items are not scored. */
final class FactorModel implements Model {
  private final Factors factors;
  private final float[] byFactor;
  private final float[] start;
  private final Interactions train;

  /**
   * A model that reads the vectors of users as they are, and those of items as they are at this
   * call.
   *
   * @param train users x items
   */
  FactorModel(Factors factors, Interactions train) {
    int items = train.columns();
    this.factors = factors;
    this.train = train;
    this.byFactor = new float[items * factors.size()];
    this.start = new float[items];
    for (int item = 0; item < items; item++) {
      for (int k = 0; k < factors.size(); k++) {
        byFactor[k * items + item] = factors.items()[item][k];
      }
    }
    Arrays.fill(start, Float.NaN);
    ItemSet.occurringIn(train).stream().forEach(item -> start[item] = factors.biases()[item]);
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
    for (int k = 0; k < factors.size(); k++) {
      add(row, k * start.length, factors.users()[user][k]);
    }
  }

  private void add(float[] row, int from, float factor) {
    for (int item = 0; item < row.length; item++) {
      row[item] += factor * byFactor[from + item];
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
