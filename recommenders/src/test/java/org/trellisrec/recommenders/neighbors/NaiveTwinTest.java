package org.trellisrec.recommenders.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.trellisrec.data.Interactions;
import org.trellisrec.recommenders.TinyData;
import org.trellisrec.spi.InputException;
import org.trellisrec.testkit.FakeFitContext;

/** Scores of both models against {@link NaiveNeighbors}, for every combination of parameters. */
class NaiveTwinTest {
  private static final int USERS = 14;
  private static final int ITEMS = 11;

  @Provide
  Arbitrary<NeighborParams> everyCombination() {
    List<NeighborParams> all = new ArrayList<>();
    for (Similarity similarity : Similarity.values()) {
      for (Implementation implementation : Implementation.values()) {
        for (RowWeights weights : RowWeights.values()) {
          for (double shrink : new double[] {0, 2.5}) {
            for (boolean normalize : new boolean[] {true, false}) {
              addIfAllowed(all, similarity, implementation, weights, shrink, normalize);
            }
          }
        }
      }
    }
    return Arbitraries.of(all);
  }

  private static void addIfAllowed(
      List<NeighborParams> all,
      Similarity similarity,
      Implementation implementation,
      RowWeights weights,
      double shrink,
      boolean normalize) {
    try {
      all.add(
          new NeighborParams(
              4, similarity, implementation, shrink, normalize, .3, .7, .2, weights, false));
    } catch (InputException refused) {
      assertThat(refused).hasMessageContaining("; ");
    }
  }

  @Property(tries = 1000, seed = "20")
  void itemKnn(@ForAll("everyCombination") NeighborParams params, @ForAll long seed) {
    double[][] ratings = TinyData.random(seed, USERS, ITEMS, false);
    double[][] weights = new NaiveNeighbors(TinyData.transpose(ratings), params).weights();
    float[][] found =
        TinyData.scores(
            new ItemKnn(params).fit(TinyData.training(ratings), new FakeFitContext(1)),
            TinyData.interactions(ratings));
    for (int u = 0; u < USERS; u++) {
      for (int i = 0; i < ITEMS; i++) {
        double expected = 0;
        for (int j = 0; j < ITEMS; j++) {
          expected += Double.isNaN(ratings[u][j]) ? 0 : weights[i][j] * ratings[u][j];
        }
        check(found[u][i], expected, ratings, u, i);
      }
    }
  }

  @Property(tries = 1000, seed = "20")
  void userKnn(@ForAll("everyCombination") NeighborParams params, @ForAll long seed) {
    double[][] ratings = TinyData.random(seed, USERS, ITEMS, false);
    double[][] weights = new NaiveNeighbors(ratings, params).weights();
    if (params.implementation() != Implementation.TEXTBOOK) {
      weights = TinyData.transpose(weights);
    }
    float[][] found =
        TinyData.scores(
            new UserKnn(params).fit(TinyData.training(ratings), new FakeFitContext(1)),
            TinyData.interactions(ratings));
    for (int u = 0; u < USERS; u++) {
      checkUser(found[u], weights[u], ratings, ratings, u);
    }
  }

  @Property(tries = 500, seed = "20")
  void userKnnForUnseenHistories(
      @ForAll("everyCombination") NeighborParams params, @ForAll long seed) {
    double[][] ratings = TinyData.random(seed, USERS, ITEMS, false);
    double[][] visible = TinyData.random(seed + 1, USERS, ITEMS, false);
    Interactions history = TinyData.interactions(visible);
    NaiveNeighbors twin = new NaiveNeighbors(ratings, params);
    float[][] found =
        TinyData.scores(
            new UserKnn(params).fit(TinyData.training(ratings), new FakeFitContext(1)), history);
    for (int u = 0; u < USERS - 1; u++) {
      checkUser(found[u], twin.weightsOf(ratings, visible[u], u), ratings, visible, u);
    }
  }

  private static void checkUser(
      float[] found, double[] weights, double[][] ratings, double[][] visible, int u) {
    for (int i = 0; i < ITEMS; i++) {
      double expected = 0;
      for (int v = 0; v < USERS; v++) {
        expected += Double.isNaN(ratings[v][i]) ? 0 : weights[v] * ratings[v][i];
      }
      boolean trained = hasEntry(TinyData.transpose(ratings)[i]);
      boolean scorable = trained && servable(visible[u], ratings);
      assertThat((double) found[i])
          .isCloseTo(scorable ? expected : Double.NaN, within(1e-5 * (1 + Math.abs(expected))));
    }
  }

  private static void check(float found, double expected, double[][] ratings, int u, int i) {
    boolean trained = hasEntry(TinyData.transpose(ratings)[i]);
    boolean scorable = trained && servable(ratings[u], ratings);
    assertThat((double) found)
        .isCloseTo(scorable ? expected : Double.NaN, within(1e-5 * (1 + Math.abs(expected))));
  }

  private static boolean servable(double[] history, double[][] ratings) {
    for (int j = 0; j < history.length; j++) {
      if (!Double.isNaN(history[j]) && hasEntry(TinyData.transpose(ratings)[j])) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasEntry(double[] profile) {
    for (double value : profile) {
      if (!Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }
}
