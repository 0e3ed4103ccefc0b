package org.trellisrec.recommenders.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.config.Params;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.TinyData;
import org.trellisrec.spi.DivergedException;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Seed;
import org.trellisrec.testkit.FakeFitContext;
import org.trellisrec.testkit.RecommenderContract;

class IalsTest extends RecommenderContract {
  private static final int SIZE = 3;
  private static final int EPOCHS = 4;
  private static final long SEED = 8;
  private static final double ALPHA = 2.5;
  private static final double L2 = 0.4;

  private final double[][] ratings = TinyData.random(8, 9, 8, false);

  private static Ials ials(Map<String, Object> params) {
    Map<String, Object> all = new HashMap<>(Map.of("embedding_size", SIZE, "epochs", EPOCHS));
    all.putAll(params);
    return new Ials(Params.of(Ials.Params.class, all));
  }

  private static float[][] scores(Ials recipe, double[][] ratings) {
    TrainingData data = TinyData.training(ratings);
    try (Model model = recipe.fit(data, new FakeFitContext(SEED).improvingUntil(EPOCHS))) {
      return TinyData.scores(model, data.interactions());
    }
  }

  private static Predicate<float[][]> same(float[][] expected) {
    return found -> Arrays.deepEquals(found, expected);
  }

  @Override
  protected Recommender recommender() {
    return ials(Map.of("embedding_size", 8));
  }

  /**
   * Whose matrices hold a row or column for every pair, and whose systems another library solves.
   */
  private static final class Twin {
    private final RealMatrix ones;
    private final RealMatrix weights;
    private final double exponent;
    private RealMatrix users;
    private RealMatrix items;

    Twin(double[][] ratings, DoubleUnaryOperator extra, double exponent) {
      int warmUsers = ratings.length - 1;
      int warmItems = ratings[0].length - 1;
      this.exponent = exponent;
      this.ones = MatrixUtils.createRealMatrix(warmUsers, warmItems);
      this.weights = MatrixUtils.createRealMatrix(warmUsers, warmItems);
      for (int u = 0; u < warmUsers; u++) {
        for (int i = 0; i < warmItems; i++) {
          boolean present = !Double.isNaN(ratings[u][i]);
          ones.setEntry(u, i, present ? 1 : 0);
          weights.setEntry(u, i, present ? 1 + extra.applyAsDouble(ratings[u][i]) : 1);
        }
      }
      UniformRandomProvider random = new FakeFitContext(SEED).seed().derive("initial").rng();
      ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
      this.items = MatrixUtils.createRealMatrix(warmItems, SIZE);
      for (int i = 0; i < warmItems; i++) {
        for (int k = 0; k < SIZE; k++) {
          items.setEntry(i, k, (float) (0.1 * normal.sample()));
        }
      }
      this.users = solved(items, weights, ones);
    }

    private RealMatrix solved(RealMatrix others, RealMatrix c, RealMatrix p) {
      RealMatrix own = MatrixUtils.createRealMatrix(p.getRowDimension(), SIZE);
      for (int row = 0; row < p.getRowDimension(); row++) {
        RealMatrix diagonal = MatrixUtils.createRealDiagonalMatrix(c.getRow(row));
        RealMatrix weighted = others.transpose().multiply(diagonal);
        RealMatrix system =
            weighted
                .multiply(others)
                .add(MatrixUtils.createRealIdentityMatrix(SIZE).scalarMultiply(l2(c.getRow(row))));
        RealMatrix inverse = new LUDecomposition(system).getSolver().getInverse();
        own.setRow(row, inverse.multiply(weighted).operate(p.getRow(row)));
      }
      return own;
    }

    private double l2(double[] c) {
      double sum = 0;
      for (double weight : c) {
        sum += weight;
      }
      return L2 * Math.pow(sum, exponent);
    }

    void sweep() {
      users = solved(items, weights, ones);
      items = solved(users, weights.transpose(), ones.transpose());
    }

    double loss() {
      RealMatrix error = ones.subtract(users.multiply(items.transpose()));
      double sum = 0;
      double pairs = 0;
      for (int u = 0; u < error.getRowDimension(); u++) {
        for (int i = 0; i < error.getColumnDimension(); i++) {
          sum += weights.getEntry(u, i) * Math.pow(error.getEntry(u, i), 2);
          pairs += ones.getEntry(u, i);
        }
        sum += l2(weights.getRow(u)) * users.getRowVector(u).dotProduct(users.getRowVector(u));
      }
      for (int i = 0; i < items.getRowDimension(); i++) {
        sum += l2(weights.getColumn(i)) * items.getRowVector(i).dotProduct(items.getRowVector(i));
      }
      return sum / pairs;
    }

    RealMatrix scores() {
      return solved(items, weights, ones).multiply(items.transpose());
    }
  }

  @ParameterizedTest
  @CsvSource({"linear, 1, 0", "linear, 1, 1", "linear, 1, 0.5", "log, 0.2, 0"})
  void agreesWithATwinOverAllPairs(String scaling, double epsilon, double exponent) {
    boolean log = scaling.equals("log");
    Twin twin = new Twin(ratings, r -> ALPHA * (log ? Math.log(1 + r / epsilon) : r), exponent);
    Map<String, Object> params =
        Map.of(
            "alpha",
            ALPHA,
            "l2",
            L2,
            "scaling",
            scaling,
            "epsilon",
            epsilon,
            "l2_exponent",
            exponent);
    FakeFitContext context = new FakeFitContext(SEED).improvingUntil(EPOCHS);
    TrainingData data = TinyData.training(ratings);
    float[][] found;
    try (Model model = ials(params).fit(data, context)) {
      found = TinyData.scores(model, data.interactions());
    }
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      twin.sweep();
      assertThat(context.losses().get(epoch)).isCloseTo(twin.loss(), offset(1e-4));
    }
    RealMatrix expected = twin.scores();
    for (int u = 0; u < ratings.length - 1; u++) {
      for (int i = 0; i < ratings[0].length - 1; i++) {
        assertThat((double) found[u][i]).isCloseTo(expected.getEntry(u, i), within(1e-4));
      }
    }
  }

  @Test
  void ratingsCountUnlessTheyAreTakenAsOne() {
    double[][] ones = TinyData.random(8, 9, 8, true);
    double[][] twos = new double[ones.length][];
    for (int user = 0; user < ones.length; user++) {
      twos[user] = ones[user].clone();
      for (int item = 0; item < twos[user].length; item++) {
        twos[user][item] *= 2;
      }
    }
    float[][] expected = scores(ials(Map.of("alpha", 10)), ones);
    assertThat(scores(ials(Map.of("binarize", true)), twos)).matches(same(expected));
    assertThat(scores(ials(Map.of("alpha", 5)), twos)).matches(same(expected));
    assertThat(scores(ials(Map.of("alpha", 10)), twos)).matches(same(expected).negate());
  }

  @Test
  void aNewUserIsServedFromTheVisibleHistory() {
    TrainingData data = TinyData.training(ratings);
    int last = ratings.length - 1;
    double[][] visible = ratings.clone();
    visible[last] = ratings[2];
    Interactions history = TinyData.interactions(visible);
    try (Model model = ials(Map.of()).fit(data, new FakeFitContext(SEED))) {
      float[][] scores = TinyData.scores(model, history);
      assertThat(scores[last]).containsExactly(scores[2]);
      assertThat(scores[2][0]).isFinite();
    }
  }

  @Test
  void theBestEpochIsReturned() {
    TrainingData data = TinyData.training(ratings);
    Ials recipe = ials(Map.of("epochs", 5));
    try (Model best = recipe.fit(data, new FakeFitContext(SEED).improvingUntil(2));
        Model second = recipe.fit(data, new FakeFitContext(SEED).stoppingAfter(2));
        Model last = recipe.fit(data, new FakeFitContext(SEED).improvingUntil(5))) {
      float[][] found = TinyData.scores(best, data.interactions());
      assertThat(found).matches(same(TinyData.scores(second, data.interactions())));
      assertThat(found).matches(same(TinyData.scores(last, data.interactions())).negate());
    }
  }

  @Test
  void negativeRatingsAreRefused() {
    double[][] negative = ratings.clone();
    negative[1] = negative[1].clone();
    negative[1][0] = -2;
    assertThatThrownBy(
            () -> ials(Map.of()).fit(TinyData.training(negative), new FakeFitContext(SEED)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("there is a rating of -2.0, but")
        .hasMessageContaining("binarize: true");
  }

  /** Here the vector of an item is infinite from the start. */
  @Test
  void digitsThatRunOutAreTold() {
    Ials wide = ials(Map.of("initial_deviation", 1e200));
    assertThatThrownBy(() -> wide.fit(TinyData.training(ratings), new FakeFitContext(SEED)))
        .isInstanceOf(DivergedException.class)
        .hasMessageStartingWith("digits ran out in the least squares of a vector")
        .hasMessageEndingWith("give more regularisation, or a lower alpha");
  }

  /** What is only tested is in no sum over training data. */
  @Test
  void itemsThatNobodyWasTrainedOnAddNothing() {
    TrainingData data = TinyData.training(ratings);
    int cold = ratings[0].length - 1;
    double[][] visible = ratings.clone();
    visible[2] = visible[2].clone();
    visible[2][cold] = 5;
    Ials recipe = ials(Map.of("l2_exponent", 1, "l2", 0.1));
    try (Model model = recipe.fit(data, new FakeFitContext(SEED))) {
      assertThat(TinyData.scores(model, TinyData.interactions(visible)))
          .matches(same(TinyData.scores(model, data.interactions())));
    }
  }

  /**
   * Rendle et al. minimise {@code sum over interactions of (s - 1)^2 + alpha0 sum over all pairs of
   * s^2 + lambda sum of (n + alpha0 N)^nu |x|^2}, N being the number of entities of the other side.
   * Where the objective here is least, theirs has no slope either.
   */
  @Test
  void isTheObjectiveOfRendleInOtherUnits() {
    double[][] ones = TinyData.random(8, 9, 8, true);
    double nu = 0.7;
    TrainingData data = TinyData.training(ones);
    WeightedObjective objective = new WeightedObjective(rating -> ALPHA, L2, nu);
    WeightedAls als = new WeightedAls(data, objective, SIZE, 0.1, new Seed(SEED).rng(), 1);
    for (int sweep = 0; sweep < 400; sweep++) {
      als.sweep();
    }
    double scale = Math.sqrt(ALPHA / (1 + ALPHA));
    double[][] x = scaled(als.vectors().users(), scale);
    double[][] y = scaled(als.vectors().items(), scale);
    double lambda = L2 * Math.pow(ALPHA, nu) / (1 + ALPHA);
    assertThat(dot(x[0], x[0])).isGreaterThan(0.01);
    for (double[] vector : x) {
      for (int k = 0; k < SIZE; k++) {
        double value = vector[k];
        vector[k] = value + 1e-4;
        double above = rendle(ones, x, y, 1 / ALPHA, lambda, nu);
        vector[k] = value - 1e-4;
        double below = rendle(ones, x, y, 1 / ALPHA, lambda, nu);
        vector[k] = value;
        assertThat((above - below) / 2e-4).isCloseTo(0, within(1e-3));
      }
    }
  }

  private static double[][] scaled(float[][] vectors, double scale) {
    return Arrays.stream(vectors)
        .map(v -> IntStream.range(0, v.length).mapToDouble(k -> scale * v[k]).toArray())
        .toArray(double[][]::new);
  }

  private static double dot(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(k -> one[k] * other[k]).sum();
  }

  /** The last user and the last item are cold, and have no part in it. */
  private static double rendle(
      double[][] ones, double[][] x, double[][] y, double alpha0, double lambda, double nu) {
    int users = x.length - 1;
    int items = y.length - 1;
    double[] ofUsers = new double[users];
    double[] ofItems = new double[items];
    double sum = 0;
    for (int u = 0; u < users; u++) {
      for (int i = 0; i < items; i++) {
        double score = dot(x[u], y[i]);
        sum += alpha0 * score * score;
        if (!Double.isNaN(ones[u][i])) {
          sum += (score - 1) * (score - 1);
          ofUsers[u]++;
          ofItems[i]++;
        }
      }
    }
    for (int u = 0; u < users; u++) {
      sum += lambda * Math.pow(ofUsers[u] + alpha0 * items, nu) * dot(x[u], x[u]);
    }
    for (int i = 0; i < items; i++) {
      sum += lambda * Math.pow(ofItems[i] + alpha0 * users, nu) * dot(y[i], y[i]);
    }
    return sum;
  }

  @Test
  void anExponentNeedsAWeight() {
    assertThatThrownBy(() -> ials(Map.of("l2_exponent", 1)))
        .hasMessageContaining("l2_exponent is 1.0, for which l2 has no default; give l2");
  }

  @Test
  void anEpsilonWithoutEffectIsRefused() {
    assertThatThrownBy(() -> ials(Map.of("epsilon", 3)))
        .hasMessageContaining("epsilon is 3.0")
        .hasMessageContaining("scaling: log");
  }
}
