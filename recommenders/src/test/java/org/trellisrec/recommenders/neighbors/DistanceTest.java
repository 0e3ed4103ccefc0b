package org.trellisrec.recommenders.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.recommenders.TinyData;
import org.trellisrec.recommenders.math.SparseRows;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;
import org.trellisrec.testkit.FakeFitContext;

/** Distances against scipy's values, and against {@link DenseDistances} on signed ratings. */
class DistanceTest {
  private static final double[][] PROFILES = {
    {0, 3, 0, 5, 1, 0, 2}, {4, 3, 0, 0, 1, 0, 5}, {0, 0, 2, 0, 0, 1, 0}
  };

  @ParameterizedTest
  @CsvSource({
    "CITYBLOCK, 12, 14, 16",
    "MANHATTAN, 12, 14, 16",
    "L1, 12, 14, 16",
    "MINKOWSKI, 7.0710678118654755, 6.6332495807108, 7.483314773547883",
    "L2, 7.0710678118654755, 6.6332495807108, 7.483314773547883",
    "EUCLIDEAN, 7.0710678118654755, 6.6332495807108, 7.483314773547883",
    "SQEUCLIDEAN, 50, 44, 56",
    "SEUCLIDEAN, 2.724160904127902, 3.953679165962815, 4.35285750066007",
    "CANBERRA, 2.4285714285714284, 6, 6",
    "BRAYCURTIS, 0.5, 1, 1",
    "CHEBYSHEV, 5, 5, 5",
    "HAMMING, 0.42857142857142855, 0.8571428571428571, 0.8571428571428571",
    "CORRELATION, 1.0177468196605113, 1.5249349294550165, 1.5578263284983573",
    "JACCARD, 0.4, 1, 1",
    "DICE, 0.25, 1, 1",
    "KULSINSKI, 0.6666666666666666, 1, 1",
    "ROGERSTANIMOTO, 0.4444444444444444, 0.9230769230769231, 0.9230769230769231",
    "RUSSELLRAO, 0.5714285714285714, 1, 1",
    "SOKALMICHENER, 0.4444444444444444, 0.9230769230769231, 0.9230769230769231",
    "SOKALSNEATH, 0.5714285714285714, 1, 1",
    "YULE, 0.2857142857142857, 2, 2"
  })
  void distancesAreThoseOfScipy(Similarity similarity, double d01, double d02, double d12) {
    double[][] found = distances(similarity, PROFILES);

    assertThat(found[0][1]).isCloseTo(d01, withinPercentage(1e-4));
    assertThat(found[0][2]).isCloseTo(d02, withinPercentage(1e-4));
    assertThat(found[1][2]).isCloseTo(d12, withinPercentage(1e-4));
    assertThat(found[1][0]).isEqualTo(found[0][1]);
  }

  @Property(tries = 300, seed = "20")
  void ratingsMayBeNegativeOrZero(@ForAll long seed) {
    double[][] profiles = signed(new Seed(seed).rng());
    for (Similarity similarity :
        new Similarity[] {
          Similarity.MANHATTAN, Similarity.CHEBYSHEV, Similarity.CANBERRA, Similarity.HAMMING
        }) {
      double[][] found = distances(similarity, profiles);
      for (int i = 0; i < profiles.length; i++) {
        for (int j = 0; j < profiles.length; j++) {
          if (!Double.isNaN(found[i][j])) {
            double expected =
                DenseDistances.of(similarity, filled(profiles[i]), filled(profiles[j]));
            assertThat(found[i][j]).as("%s", similarity).isCloseTo(expected, within(1e-5));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MANHATTAN, TEXTBOOK, 3, -3, 6",
    "CITYBLOCK, TEXTBOOK, 0, 4, 4",
    "CANBERRA, TEXTBOOK, 0, 4, 1",
    "BRAYCURTIS, TEXTBOOK, 0, 4, 1",
    "HAMMING, TEXTBOOK, 0, 4, 0.5",
    "EUCLIDEAN, TEXTBOOK, 0, 4, 4",
    "EUCLIDEAN, AIOLLI, 0, 4, 4",
    "SQEUCLIDEAN, TEXTBOOK, 0, 4, 16"
  })
  void anEntryIsSharedWhateverItAddsToTheCommonSum(
      Similarity similarity, Implementation implementation, double x, double y, double distance) {
    double[][] found =
        distances(similarity, implementation, new double[][] {{x, Double.NaN}, {y, Double.NaN}});

    assertThat(found[0][1]).isCloseTo(distance, within(1e-5));
    assertThat(found[1][0]).isEqualTo(found[0][1]);
  }

  @Test
  void productsThatCancelOutAreNoLackOfEntries() {
    double[][] found =
        distances(Similarity.EUCLIDEAN, Implementation.TEXTBOOK, new double[][] {{5, 5}, {5, -5}});

    assertThat(found[0][1]).isCloseTo(10, within(1e-5));
  }

  @Property(tries = 300, seed = "20")
  void textbookDistancesAreThoseOfPairsThatShareAnEntry(@ForAll long seed) {
    double[][] profiles = signed(new Seed(seed).rng());
    for (Similarity similarity :
        new Similarity[] {
          Similarity.EUCLIDEAN,
          Similarity.SQEUCLIDEAN,
          Similarity.MANHATTAN,
          Similarity.CANBERRA,
          Similarity.HAMMING
        }) {
      double[][] found = distances(similarity, Implementation.TEXTBOOK, profiles);
      for (int i = 0; i < profiles.length; i++) {
        for (int j = 0; j < profiles.length; j++) {
          if (i == j || !share(profiles[i], profiles[j])) {
            assertThat(found[i][j]).as("%s", similarity).isNaN();
            continue;
          }
          double expected = DenseDistances.of(similarity, filled(profiles[i]), filled(profiles[j]));
          assertThat(found[i][j])
              .as("%s", similarity)
              .isCloseTo(expected, within(1e-6 * (1 + expected)));
        }
      }
    }
  }

  private static boolean share(double[] x, double[] y) {
    return IntStream.range(0, x.length).anyMatch(t -> !Double.isNaN(x[t]) && !Double.isNaN(y[t]));
  }

  /** Ratings from -4 to 4, half of them missing. */
  private static double[][] signed(UniformRandomProvider rng) {
    double[][] profiles = new double[8][9];
    for (double[] profile : profiles) {
      Arrays.setAll(profile, t -> rng.nextDouble() < .5 ? Double.NaN : rng.nextInt(9) - 4);
    }
    return profiles;
  }

  @Test
  void aProfileThatNeverVariesHasNoCorrelation() {
    double[][] found = distances(Similarity.CORRELATION, new double[][] {{2, 2, 2}, {1, 0, 4}});

    assertThat(found[0][1]).isNaN();
    assertThat(found[1][1]).isCloseTo(0, within(1e-6));
  }

  @Test
  void brayCurtisRefusesNegativeRatings() {
    assertThatThrownBy(() -> distances(Similarity.BRAYCURTIS, new double[][] {{1, -2}}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs ratings of at least 0, but found -2.0");
  }

  @Test
  void aiolliHasNoOtherDistanceThanTheEuclidean() {
    assertThat(NeighborDefaults.with(5, Similarity.EUCLIDEAN, Implementation.AIOLLI, 0))
        .isNotNull();
    assertThatThrownBy(() -> NeighborDefaults.with(5, Similarity.YULE, Implementation.AIOLLI, 0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("implementation 'aiolli' has no similarity 'yule'");
  }

  private static double[] filled(double[] profile) {
    return Arrays.stream(profile).map(x -> Double.isNaN(x) ? 0 : x).toArray();
  }

  /** The distances that the search computes, from its similarities; NaN where it has none. */
  private static double[][] distances(Similarity similarity, double[][] profiles) {
    return distances(similarity, Implementation.STANDARD, profiles);
  }

  private static double[][] distances(
      Similarity similarity, Implementation implementation, double[][] profiles) {
    NeighborParams params = NeighborDefaults.with(profiles.length, similarity, implementation, 0);
    SparseRows raw = SparseRows.of(TinyData.interactions(stored(profiles)), false);
    SparseRows found =
        new NeighborSearch(new Profiles(raw, params).rows(), params)
            .all(new FakeFitContext(1), "comparing");
    double[][] distances = new double[profiles.length][profiles.length];
    for (int i = 0; i < profiles.length; i++) {
      Arrays.fill(distances[i], Double.NaN);
      for (int p = found.start(i); p < found.end(i); p++) {
        distances[i][found.column()[p]] = 1 / (double) found.value()[p] - 1;
      }
    }
    return distances;
  }

  /** Zeros of the profiles above are missing entries; where NaN marks these, zeros are ratings. */
  private static double[][] stored(double[][] profiles) {
    boolean marked =
        Arrays.stream(profiles).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN);
    return Arrays.stream(profiles)
        .map(row -> Arrays.stream(row).map(x -> x == 0 && !marked ? Double.NaN : x).toArray())
        .toArray(double[][]::new);
  }
}
