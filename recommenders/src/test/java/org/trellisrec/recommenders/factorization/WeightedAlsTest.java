package org.trellisrec.recommenders.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.TinyData;

/** The objective, written out over all pairs, at what alternating least squares find. */
class WeightedAlsTest {
  private static final int SIZE = 3;
  private static final double ALPHA = 4;
  private static final double LAMBDA = 0.7;

  private final double[][] table = TinyData.random(8, 9, 8, true);
  private final TrainingData data = TinyData.training(table);

  private WeightedAls.Vectors fit(int sweeps, int threads) {
    return fit(data, sweeps, threads);
  }

  private static WeightedAls.Vectors fit(TrainingData data, int sweeps, int threads) {
    Map<String, Object> params =
        Map.of("alpha", ALPHA, "factor_regularization", LAMBDA, "factor_sweeps", sweeps);
    return WeightedAls.fit(data, Params.of(WeightedAls.Params.class, params), SIZE, threads);
  }

  private double objective(double[][] users, double[][] items) {
    double sum = 0;
    for (int u = 0; u < users.length; u++) {
      for (int i = 0; i < items.length; i++) {
        double p = data.interactions().contains(u, i) ? 1 : 0;
        double score = 0;
        for (int k = 0; k < SIZE; k++) {
          score += users[u][k] * items[i][k];
        }
        sum += (1 + ALPHA * p) * (p - score) * (p - score);
      }
    }
    return sum + LAMBDA * (squares(users) + squares(items));
  }

  private static double squares(double[][] table) {
    return Arrays.stream(table).flatMapToDouble(Arrays::stream).map(x -> x * x).sum();
  }

  private static double[][] doubles(float[][] table) {
    double[][] copy = new double[table.length][SIZE];
    for (int row = 0; row < table.length; row++) {
      for (int k = 0; k < SIZE; k++) {
        copy[row][k] = table[row][k];
      }
    }
    return copy;
  }

  private double objective(int sweeps) {
    WeightedAls.Vectors vectors = fit(sweeps, 1);
    return objective(doubles(vectors.users()), doubles(vectors.items()));
  }

  /** So that what is only tested does not reach the training. */
  @Test
  void itemsThatNobodyWasTrainedOnChangeNothing() {
    double[][] wider = new double[table.length][];
    for (int user = 0; user < wider.length; user++) {
      wider[user] = Arrays.copyOf(table[user], table[user].length + 40);
      Arrays.fill(wider[user], table[user].length, wider[user].length, Double.NaN);
    }
    assertThat(fit(TinyData.training(wider), 1, 1).users()).isDeepEqualTo(fit(1, 1).users());
  }

  @Test
  void everySweepLowersTheObjective() {
    double before = objective(new double[9][SIZE], new double[8][SIZE]);
    for (int sweeps = 1; sweeps <= 5; sweeps++) {
      double after = objective(sweeps);
      assertThat(after).as("after %d sweeps", sweeps).isLessThan(before);
      before = after;
    }
  }

  @Test
  void nothingNearbyIsBetter() {
    WeightedAls.Vectors vectors = fit(200, 1);
    for (double[][] table : new double[][][] {doubles(vectors.users()), doubles(vectors.items())}) {
      boolean users = table.length == 9;
      double[][] others = doubles(users ? vectors.items() : vectors.users());
      for (double[] row : table) {
        for (int k = 0; k < SIZE; k++) {
          double value = row[k];
          row[k] = value + 1e-4;
          double above = users ? objective(table, others) : objective(others, table);
          row[k] = value - 1e-4;
          double below = users ? objective(table, others) : objective(others, table);
          row[k] = value;
          assertThat((above - below) / 2e-4).as("slope").isCloseTo(0, within(1e-3));
        }
      }
    }
  }

  @Test
  void coldEntitiesHaveNoFactorsAndThreadsDoNotMatter() {
    WeightedAls.Vectors vectors = fit(3, 1);
    assertThat(vectors.users()[8]).containsOnly(0);
    assertThat(vectors.items()[7]).containsOnly(0);
    assertThat(fit(3, 3).users()).isDeepEqualTo(vectors.users());
  }

  @Test
  void hasTheDocumentedDefaults() {
    Map<String, Object> defaults =
        Map.of("alpha", 10, "factor_regularization", 10, "factor_sweeps", 10);
    WeightedAls.Vectors given =
        WeightedAls.fit(data, Params.of(WeightedAls.Params.class, defaults), SIZE, 1);
    WeightedAls.Vectors none =
        WeightedAls.fit(data, Params.of(WeightedAls.Params.class, Map.of()), SIZE, 1);
    assertThat(none.users()).isDeepEqualTo(given.users());
    assertThat(none.items()).isDeepEqualTo(given.items());
  }
}
