package org.trellisrec.recommenders.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.data.EnumWord;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.TinyData;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.testkit.FakeFitContext;
import org.trellisrec.testkit.RecommenderContract;

class Rp3BetaTest extends RecommenderContract {
  private static final int ITEMS = 9;

  private static Rp3Beta walks(Map<String, Object> params) {
    return new Rp3Beta(Params.of(Rp3Beta.Params.class, params));
  }

  @Override
  protected Recommender recommender() {
    return walks(Map.of("neighbors", 20));
  }

  private static float[][] scores(Rp3Beta recipe, double[][] ratings) {
    TrainingData data = TinyData.training(ratings);
    try (Model model = recipe.fit(data, new FakeFitContext(1, 2))) {
      return TinyData.scores(model, data.interactions());
    }
  }

  /** Two users, of whom the first has items 0 and 1 and the second 1 and 2, rated 1 and 3. */
  @Test
  void aWalkByHand() {
    double[][] ratings = {{1, 1, Double.NaN}, {Double.NaN, 1, 3}};
    float[][] scores = scores(walks(Map.of("beta", 0.5)), ratings);
    // From item 1 to either user with 1/2, from the second user to item 2 with 3/4.
    double toItem2 = 1.0 / 2 * 3 / 4;
    assertThat((double) scores[0][2]).isCloseTo(toItem2, within(1e-7));
    // From item 1 by the first user, of whom half the ratings are item 0; from item 2 none.
    assertThat((double) scores[1][0]).isCloseTo(1.0 / 2 / 2, within(1e-7));
    // From item 2, rated 3, by the second user with 1/4, over the root of two users.
    assertThat((double) scores[1][1]).isCloseTo(3 * 0.25 / Math.sqrt(2), within(1e-7));
  }

  @Property(tries = 60, seed = "20")
  void agreesWithMatricesOfAllPairs(
      @ForAll long seed,
      @ForAll boolean normalize,
      @ForAll boolean binarize,
      @ForAll @DoubleRange(max = 2) double alpha,
      @ForAll @DoubleRange(max = 2) double beta) {
    Map<String, Object> params =
        Map.of(
            "alpha", alpha, "beta", beta, "normalize_similarity", normalize, "binarize", binarize);
    check(seed, params, new Twin(ITEMS, false, alpha, beta, normalize, binarize));
  }

  @Property(tries = 40, seed = "20")
  void theLargestWeightsAreKept(
      @ForAll long seed,
      @ForAll Rp3Beta.Pruning pruning,
      @ForAll @IntRange(min = 1, max = 8) int k) {
    Map<String, Object> params = Map.of("neighbors", k, "pruning", EnumWord.of(pruning));
    check(seed, params, new Twin(k, pruning == Rp3Beta.Pruning.BOTH, 1, 0.6, false, false));
  }

  private static void check(long seed, Map<String, Object> params, Twin twin) {
    double[][] ratings = TinyData.random(seed, 12, ITEMS, false);
    float[][] found = scores(walks(params), ratings);
    double[][] known = twin.known(ratings);
    double[][] weights = twin.weights(known);
    for (int u = 0; u < known.length; u++) {
      for (int i = 0; i < ITEMS; i++) {
        double expected = 0;
        for (int j = 0; j < ITEMS; j++) {
          expected += known[u][j] * weights[j][i];
        }
        boolean cold = Twin.users(known, i) == 0 || Twin.sum(known[u]) == 0;
        assertThat((double) found[u][i])
            .isCloseTo(cold ? Double.NaN : expected, within(1e-4 * (1 + expected)));
      }
    }
  }

  /** All pairs of items, in double precision. */
  private record Twin(
      int k, boolean both, double alpha, double beta, boolean normalize, boolean binarize) {
    double[][] known(double[][] ratings) {
      return Arrays.stream(ratings)
          .map(
              row ->
                  Arrays.stream(row)
                      .map(rating -> Double.isNaN(rating) ? 0 : binarize ? 1 : rating)
                      .toArray())
          .toArray(double[][]::new);
    }

    static int users(double[][] known, int item) {
      return (int) Arrays.stream(known).filter(row -> row[item] > 0).count();
    }

    static double sum(double[] row) {
      return Arrays.stream(row).sum();
    }

    double[][] weights(double[][] known) {
      double[][] weights = new double[ITEMS][ITEMS];
      for (int j = 0; j < ITEMS; j++) {
        for (int i = 0; i < ITEMS; i++) {
          weights[j][i] = i == j ? 0 : weight(known, j, i);
        }
        double[] kept = largest(weights[j]);
        double sum = normalize && sum(kept) > 0 ? sum(kept) : 1;
        weights[j] = Arrays.stream(kept).map(w -> w / sum).toArray();
      }
      return both
          ? TinyData.transpose(
              Arrays.stream(TinyData.transpose(weights))
                  .map(this::largest)
                  .toArray(double[][]::new))
          : weights;
    }

    /** Of equal ones, as items with the same users have, the first. */
    private double[] largest(double[] row) {
      double[] kept = new double[row.length];
      IntStream.range(0, row.length)
          .boxed()
          .sorted(Comparator.<Integer>comparingDouble(i -> row[i]).reversed())
          .limit(k)
          .forEach(i -> kept[i] = row[i]);
      return kept;
    }

    private double weight(double[][] known, int j, int i) {
      double walks = 0;
      for (double[] row : known) {
        if (row[j] > 0 && row[i] > 0) {
          walks += Math.pow(row[i] / sum(row) / users(known, j), alpha);
        }
      }
      return walks / Math.pow(Math.max(1, users(known, i)), beta);
    }
  }

  @Test
  void negativeRatingsAreRefused() {
    double[][] ratings = {{1, -2, Double.NaN}, {Double.NaN, 1, 3}};
    TrainingData data = TinyData.training(ratings);
    assertThatThrownBy(() -> walks(Map.of()).fit(data, new FakeFitContext(1)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("there is a training rating of -2.0, but")
        .hasMessageContaining("binarize: true");
  }
}
