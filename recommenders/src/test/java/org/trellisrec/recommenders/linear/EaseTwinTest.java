package org.trellisrec.recommenders.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Interactions;
import org.trellisrec.recommenders.TinyData;
import org.trellisrec.spi.InputException;
import org.trellisrec.testkit.FakeFitContext;

/** Scores against equation 8 of the paper, computed densely with another library. */
class EaseTwinTest {
  private static final int USERS = 30;
  private static final int ITEMS = 12;

  /**
   * Of the largest score. The matrices here have condition numbers up to 1e3, and are inverted in
   * single precision.
   */
  private static final double TOLERANCE = 1e-4;

  @Property(tries = 60, seed = "20")
  void ratings(@ForAll long seed, @ForAll Diagonal diagonal) {
    check(TinyData.random(seed, USERS, ITEMS, false), diagonal, 200, false);
  }

  @Property(tries = 60, seed = "20")
  void binary(@ForAll long seed, @ForAll boolean binarize) {
    check(TinyData.random(seed, USERS, ITEMS, true), Diagonal.GRAM, 0.5, binarize);
  }

  @Property(tries = 20, seed = "20")
  void binarized(@ForAll long seed) {
    check(TinyData.random(seed, USERS, ITEMS, false), Diagonal.COUNT, 3, true);
  }

  @Test
  void moreItemsThanOneStripAndOnePivotBlock() {
    check(TinyData.random(3, 200, 300, false), Diagonal.GRAM, 40, false);
  }

  @Test
  void singularMatrixNamesTheParameters() {
    double[][] twoEqualItems = {{2, 2}, {2, 2}};
    Ease ease = new Ease(new Ease.Params(6, Diagonal.COUNT, false));
    assertThatThrownBy(() -> ease.fit(TinyData.training(twoEqualItems), new FakeFitContext(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("l2 6.0")
        .hasMessageContaining("diagonal: gram");
  }

  @Test
  void lostPrecisionNamesTheParameter() {
    Ease ease = new Ease(new Ease.Params(1e-6, Diagonal.GRAM, false));
    double[][] moreItemsThanUsers = TinyData.random(5, 10, 60, false);
    assertThatThrownBy(() -> ease.fit(TinyData.training(moreItemsThanUsers), new FakeFitContext(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("l2 1.0E-6")
        .hasMessageContaining("raise l2");
  }

  private static void check(double[][] ratings, Diagonal diagonal, double l2, boolean binarize) {
    Ease ease = new Ease(new Ease.Params(l2, diagonal, binarize));
    float[][] found =
        TinyData.scores(
            ease.fit(TinyData.training(ratings), new FakeFitContext(1, 3)),
            TinyData.interactions(ratings));
    double[][] expected = expected(ratings, diagonal, l2, binarize);
    Interactions train = TinyData.interactions(ratings);
    int[] columnCounts = train.columnCounts();
    int items = ratings[0].length;
    double largest =
        Stream.of(expected).flatMapToDouble(DoubleStream::of).map(Math::abs).max().orElseThrow();
    for (int u = 0; u < ratings.length; u++) {
      for (int i = 0; i < items; i++) {
        boolean cold = train.count(u) == 0 || columnCounts[i] == 0;
        assertThat((double) found[u][i])
            .isCloseTo(cold ? Double.NaN : expected[u][i], within(TOLERANCE * (1 + largest)));
      }
    }
  }

  private static double[][] expected(
      double[][] ratings, Diagonal diagonal, double l2, boolean binarize) {
    RealMatrix x = MatrixUtils.createRealMatrix(ratings.length, ratings[0].length);
    for (int u = 0; u < ratings.length; u++) {
      for (int i = 0; i < ratings[u].length; i++) {
        double rating = binarize ? 1 : ratings[u][i];
        x.setEntry(u, i, Double.isNaN(ratings[u][i]) ? 0 : rating);
      }
    }
    RealMatrix gram = x.transpose().multiply(x);
    for (int i = 0; i < gram.getRowDimension(); i++) {
      double own = 0;
      for (int u = 0; u < ratings.length; u++) {
        boolean present = !Double.isNaN(ratings[u][i]);
        own += !present ? 0 : diagonal == Diagonal.COUNT ? 1 : Math.pow(x.getEntry(u, i), 2);
      }
      gram.setEntry(i, i, own + l2);
    }
    RealMatrix p = new LUDecomposition(gram).getSolver().getInverse();
    RealMatrix b = p.copy();
    for (int i = 0; i < b.getRowDimension(); i++) {
      for (int j = 0; j < b.getColumnDimension(); j++) {
        b.setEntry(i, j, i == j ? 0 : -p.getEntry(i, j) / p.getEntry(j, j));
      }
    }
    return x.multiply(b).getData();
  }
}
