package org.trellisrec.recommenders.branch;

import java.util.List;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.math.Ratings;
import org.trellisrec.recommenders.twin.Lists;
import org.trellisrec.recommenders.twin.Twin;
import org.trellisrec.recommenders.twin.Vectors;
import org.trellisrec.recommenders.twin.Weights;
import org.trellisrec.tensorflow.batch.Batch;

/**
 * CoBraR and DeepMF with cosine and cross-entropy: every entity is encoded on its own, from a dense
 * profile.
 *
 * @param data the training data
 * @param code true for the authors' program, false for the paper
 * @param joint whether users and items are projected by the same matrix
 * @param branches prefixes of the names of the layers, for users and for items
 * @param relu whether each layer of the branch ends in a ReLU
 * @param mu lower threshold of the cosine
 */
record BranchTwin(
    TrainingData data,
    boolean code,
    boolean joint,
    List<String> branches,
    List<Boolean> relu,
    double mu)
    implements Twin {
  private static final double CEILING = 1 - 1e-6f;

  @Override
  public double loss(Weights weights, Batch batch, int step) {
    double[][] cosines = cosines(weights);
    double greatest = code ? Ratings.greatest(data.interactions()) : 1;
    Lists.Term term =
        (user, item, label) -> {
          double y = label / greatest;
          double p = Math.min(CEILING, Math.max(mu, cosines[user][item]));
          return -y * Math.log(p) - (1 - y) * Math.log(1 - p);
        };
    return code ? Lists.mean(batch, term) : Lists.sum(batch, term);
  }

  @Override
  public double[][] scores(Weights weights) {
    double[][] cosines = cosines(weights);
    for (int user = 0; code && user < cosines.length; user++) {
      cosines[user] = Vectors.map(cosines[user], cosine -> Math.max(cosine, mu));
    }
    return cosines;
  }

  private double[][] cosines(Weights weights) {
    double[][] users = embeddings(weights, data.interactions(), "users", branches.get(0));
    double[][] items = embeddings(weights, data.byItem(), "items", branches.get(1));
    double[][] cosines = new double[users.length][items.length];
    for (int user = 0; user < users.length; user++) {
      for (int item = 0; item < items.length; item++) {
        cosines[user][item] = Vectors.cosine(users[user], items[item]);
      }
    }
    return cosines;
  }

  private double[][] embeddings(
      Weights weights, Interactions profiles, String side, String branch) {
    double[][] embeddings = new double[profiles.rows()][];
    for (int entity = 0; entity < embeddings.length; entity++) {
      double[] x = new double[profiles.columns()];
      for (int p = profiles.start(entity); p < profiles.end(entity); p++) {
        x[profiles.column(p)] = code ? profiles.rating(p) : 1;
      }
      x = projected(weights, side, entity, x);
      for (int n = 0; n < relu.size(); n++) {
        x = layer(weights, branch + "/" + n, x, relu.get(n));
      }
      embeddings[entity] = x;
    }
    return embeddings;
  }

  private double[] projected(Weights weights, String side, int entity, double[] profile) {
    double[] y = layer(weights, "projections/" + side, profile, false);
    if (joint) {
      double[] own = weights.table("projections/" + other(side) + "/weights")[entity];
      for (int n = 0; n < y.length; n++) {
        y[n] += own[n];
      }
    }
    return code ? Vectors.map(y, Vectors::relu) : y;
  }

  private static String other(String side) {
    return side.equals("users") ? "items" : "users";
  }

  private static double[] layer(Weights weights, String name, double[] x, boolean relu) {
    double[] y = Vectors.dense(x, weights.table(name + "/weights"), weights.vector(name + "/bias"));
    return relu ? Vectors.map(y, Vectors::relu) : y;
  }
}
