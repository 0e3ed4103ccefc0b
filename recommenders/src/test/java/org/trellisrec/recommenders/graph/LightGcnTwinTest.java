package org.trellisrec.recommenders.graph;

import java.util.Map;
import org.trellisrec.config.Params;
import org.trellisrec.data.Interactions;
import org.trellisrec.recommenders.twin.Lists;
import org.trellisrec.recommenders.twin.Twin;
import org.trellisrec.recommenders.twin.TwinContract;
import org.trellisrec.recommenders.twin.Vectors;
import org.trellisrec.recommenders.twin.Weights;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.training.NetworkRecommender;

class LightGcnTwinTest extends TwinContract {
  private static final double L2 = 0.1;

  @Override
  protected NetworkRecommender recommender() {
    return new LightGcn(
        Params.of(
            LightGcn.Params.class,
            Map.of(
                "epochs",
                10,
                "n_layers",
                3,
                "embedding_size",
                3,
                "negatives",
                2,
                "l2",
                L2,
                "learning_rate",
                0.05)));
  }

  @Override
  protected Twin twin() {
    return new PropagationTwin();
  }

  /** Propagation as a sum over edges. */
  private final class PropagationTwin implements Twin {
    private final Interactions train = data().interactions();
    private final int[] degrees = train.columnCounts();

    @Override
    public double loss(Weights weights, Batch batch, int step) {
      double[][] users = weights.table("embeddings/users");
      double[][] items = weights.table("embeddings/items");
      double[] squares = new double[1];
      for (int slot : batch.userSlots()) {
        double[] vector = users[batch.users()[slot]];
        squares[0] += Vectors.dot(vector, vector);
      }
      double ofItems =
          Lists.sum(batch, (user, item, label) -> Vectors.dot(items[item], items[item]));
      return Lists.bpr(batch, scores(weights)) + L2 / 2 * (squares[0] + ofItems) / batch.lists();
    }

    @Override
    public double[][] scores(Weights weights) {
      double[][] users = weights.table("embeddings/users");
      double[][] items = weights.table("embeddings/items");
      double[][] userSum = copy(users);
      double[][] itemSum = copy(items);
      for (int layer = 1; layer <= 3; layer++) {
        double[][] nextUsers = new double[users.length][3];
        double[][] nextItems = new double[items.length][3];
        propagate(users, items, nextUsers, nextItems);
        users = nextUsers;
        items = nextItems;
        add(userSum, users);
        add(itemSum, items);
      }
      return Vectors.dots(quarter(userSum), quarter(itemSum));
    }

    private void propagate(
        double[][] users, double[][] items, double[][] nextUsers, double[][] nextItems) {
      for (int user = 0; user < users.length; user++) {
        for (int item : train.columnsOf(user)) {
          double weight = 1 / (Math.sqrt(train.count(user)) * Math.sqrt(degrees[item]));
          nextUsers[user] = Vectors.plus(nextUsers[user], weight, items[item]);
          nextItems[item] = Vectors.plus(nextItems[item], weight, users[user]);
        }
      }
    }
  }

  private static double[][] copy(double[][] table) {
    double[][] copy = new double[table.length][table[0].length];
    add(copy, table);
    return copy;
  }

  private static void add(double[][] sum, double[][] table) {
    for (int row = 0; row < sum.length; row++) {
      sum[row] = Vectors.plus(sum[row], 1, table[row]);
    }
  }

  private static double[][] quarter(double[][] table) {
    double[][] quarter = new double[table.length][];
    for (int row = 0; row < table.length; row++) {
      quarter[row] = Vectors.map(table[row], x -> x / 4);
    }
    return quarter;
  }
}
