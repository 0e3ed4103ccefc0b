package org.trellisrec.recommenders.factorization;

import java.util.LinkedHashMap;
import java.util.Map;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.UserBlock;

/** Dot products of vectors, plus biases. Cold users and items are not scored. */
final class FactorModel implements Model {
  private final Factors factors;
  private final ItemStrips items;
  private final Interactions train;

  /**
   * A model that reads the vectors of users as they are, and those of items as they are at this
   * call.
   *
   * @param train users x items
   */
  FactorModel(Factors factors, Interactions train) {
    this.factors = factors;
    this.items = new ItemStrips(factors.items(), factors.biases(), train);
    this.train = train;
  }

  @Override
  public void score(UserBlock users, float[][] scores) {
    for (int row = 0; row < users.size(); row++) {
      int user = users.user(row);
      if (train.count(user) > 0) {
        items.score(factors.users()[user], scores[row]);
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
