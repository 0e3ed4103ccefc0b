package org.trellisrec.recommenders.factorization;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.trellisrec.recommenders.twin.Vectors;

/** BPR sample by sample in double precision, by the published rule. */
final class BprTwin {
  private final BprMfSgd.Params params;
  private final double[][] users;
  private final double[][] items;
  private final double[] biases;

  /** Starts where these are. */
  BprTwin(Factors factors, BprMfSgd.Params params) {
    this.params = params;
    users = copy(factors.users());
    items = copy(factors.items());
    biases = copy(new float[][] {factors.biases()})[0];
  }

  /** These values in double precision. */
  static double[][] copy(float[][] table) {
    return Arrays.stream(table)
        .map(row -> IntStream.range(0, row.length).mapToDouble(k -> row[k]).toArray())
        .toArray(double[][]::new);
  }

  /** Updates for one sample; returns the loss before it. */
  double update(int u, int i, int j) {
    double[] user = users[u];
    double difference = score(u, i) - score(u, j);
    double z = 1 / (1 + Math.exp(difference));
    double[] apart = Vectors.plus(items[i], -1, items[j]);
    users[u] = moved(user, z, apart, params.userRegularization());
    items[i] = moved(items[i], z, user, params.positiveItemRegularization());
    items[j] = moved(items[j], -z, user, params.negativeItemRegularization());
    biases[i] += params.learningRate() * (z - params.biasRegularization() * biases[i]);
    biases[j] += params.learningRate() * (-z - params.biasRegularization() * biases[j]);
    return Vectors.softplus(-difference);
  }

  private double[] moved(double[] vector, double z, double[] towards, double decay) {
    double rate = params.learningRate();
    return Vectors.plus(Vectors.plus(vector, rate * z, towards), -rate * decay, vector);
  }

  double score(int user, int item) {
    return Vectors.dot(users[user], items[item]) + biases[item];
  }

  double[] user(int user) {
    return users[user];
  }

  double[] item(int item) {
    return items[item];
  }

  double bias(int item) {
    return biases[item];
  }
}
