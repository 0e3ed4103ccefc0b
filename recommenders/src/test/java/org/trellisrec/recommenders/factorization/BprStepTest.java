package org.trellisrec.recommenders.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.twin.Vectors;
import org.trellisrec.spi.Seed;

/** The updates against the published rule in double precision, over many samples. */
class BprStepTest {
  private static final double RATE = 0.1;
  private static final double OF_USER = 0.03;
  private static final double OF_POSITIVE = 0.02;
  private static final double OF_NEGATIVE = 0.01;
  private static final double OF_BIAS = 0.04;
  private static final BprMfSgd.Params PARAMS =
      Params.of(
          BprMfSgd.Params.class,
          Map.of(
              "learning_rate", RATE,
              "user_regularization", OF_USER,
              "positive_item_regularization", OF_POSITIVE,
              "negative_item_regularization", OF_NEGATIVE,
              "bias_regularization", OF_BIAS));

  private double[][] users;
  private double[][] items;
  private double[] biases;

  /** One update; returns the loss before it. */
  private double update(int u, int i, int j) {
    double[] user = users[u];
    double difference =
        Vectors.dot(user, items[i]) + biases[i] - Vectors.dot(user, items[j]) - biases[j];
    double z = 1 / (1 + Math.exp(difference));
    double[] apart = Vectors.plus(items[i], -1, items[j]);
    users[u] = moved(user, z, apart, OF_USER);
    items[i] = moved(items[i], z, user, OF_POSITIVE);
    items[j] = moved(items[j], -z, user, OF_NEGATIVE);
    biases[i] += RATE * (z - OF_BIAS * biases[i]);
    biases[j] += RATE * (-z - OF_BIAS * biases[j]);
    return Vectors.softplus(-difference);
  }

  private static double[] moved(double[] vector, double z, double[] towards, double decay) {
    return Vectors.plus(Vectors.plus(vector, RATE * z, towards), -RATE * decay, vector);
  }

  private static double[][] copy(float[][] table) {
    double[][] copy = new double[table.length][table[0].length];
    for (int row = 0; row < table.length; row++) {
      for (int k = 0; k < table[row].length; k++) {
        copy[row][k] = table[row][k];
      }
    }
    return copy;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 13})
  void followsThePublishedRule(int size) {
    UniformRandomProvider random = new Seed(size).rng();
    Factors factors = Factors.random(5, 6, size, 0.5, random);
    users = copy(factors.users());
    items = copy(factors.items());
    biases = new double[6];
    BprStep step = new BprStep(factors, PARAMS);
    double loss = 0;
    for (int n = 0; n < 500; n++) {
      int user = random.nextInt(5);
      int positive = random.nextInt(3);
      int negative = 3 + random.nextInt(3);
      step.update(user, positive, negative);
      loss += update(user, positive, negative);
    }
    assertThat(step.loss()).isCloseTo(loss, offset(1e-4 * loss));
    for (int item = 0; item < 6; item++) {
      assertThat(factors.biases()[item]).isCloseTo((float) biases[item], offset(1e-4f));
      assertThat(copy(factors.items())[item]).containsExactly(items[item], offset(1e-4));
    }
    for (int user = 0; user < 5; user++) {
      assertThat(copy(factors.users())[user]).containsExactly(users[user], offset(1e-4));
    }
  }
}
