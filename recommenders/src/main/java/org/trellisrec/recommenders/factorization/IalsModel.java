package org.trellisrec.recommenders.factorization;

import java.util.Map;
import org.trellisrec.data.Interactions;
import org.trellisrec.recommenders.math.Scorable;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.UserBlock;

/** Vectors of items, and of users those that the visible history gives in closed form. */
final class IalsModel implements Model {
  private final LeastSquares users;
  private final ItemStrips items;
  private final Scorable scorable;
  private final int size;
  private final long parameters;

  /**
   * A model of the vectors of items as they are at this call.
   *
   * @param train users x items
   */
  IalsModel(WeightedAls als, Interactions train) {
    float[][] vectors = als.vectors().items();
    this.users = als.ofUsers();
    this.items = new ItemStrips(vectors, new float[vectors.length], train);
    this.scorable = new Scorable(train);
    this.size = vectors[0].length;
    this.parameters = (long) vectors.length * size;
  }

  @Override
  public void score(UserBlock block, float[][] scores) {
    LeastSquares.Solver solver = users.new Solver();
    float[] vector = new float[size];
    for (int row = 0; row < block.size(); row++) {
      int user = block.user(row);
      if (scorable.begin(block.history(), user, scores[row])) {
        solver.solve(block.history(), user, vector);
        items.score(vector, scores[row]);
      }
    }
  }

  @Override
  public Map<String, Long> parameterCounts() {
    return Map.of("embeddings", parameters);
  }
}
