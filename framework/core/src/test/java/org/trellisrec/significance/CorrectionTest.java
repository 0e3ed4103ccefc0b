package org.trellisrec.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CorrectionTest {
  private static final double[] P = {0.01, 0.04, 0.03, 0.005};

  @Test
  void bonferroniMultipliesByTheNumberOfTests() {
    assertClose(Correction.BONFERRONI.adjust(P), 0.04, 0.16, 0.12, 0.02);
    assertClose(Correction.BONFERRONI.adjust(new double[] {0.6, 0.9}), 1, 1);
  }

  @Test
  void holmStepsDown() {
    // 0.005 * 4, 0.01 * 3, 0.03 * 2, and 0.04 * 1 raised to its predecessor.
    assertClose(Correction.HOLM.adjust(P), 0.03, 0.06, 0.06, 0.02);
  }

  @Test
  void benjaminiHochbergStepsUp() {
    // 0.04 * 4/4, 0.03 * 4/3, 0.01 * 4/2, 0.005 * 4/1.
    assertClose(Correction.BENJAMINI_HOCHBERG.adjust(P), 0.02, 0.04, 0.04, 0.02);
    assertClose(
        Correction.BENJAMINI_HOCHBERG.adjust(new double[] {0.03, 0.04, 0.04}), 0.04, 0.04, 0.04);
  }

  @Test
  void undefinedValuesAreNoTests() {
    assertClose(
        Correction.BONFERRONI.adjust(new double[] {0.01, Double.NaN, 0.3}), 0.02, Double.NaN, 0.6);
  }

  /** The definitions, without sorting: a twin of the step-down and step-up implementations. */
  @Property(tries = 300)
  void agreesWithTheDefinitions(@ForAll("pValues") double[] p) {
    double[] holm = Correction.HOLM.adjust(p);
    double[] bh = Correction.BENJAMINI_HOCHBERG.adjust(p);
    for (int i = 0; i < p.length; i++) {
      double own = p[i];
      double expectedHolm =
          Arrays.stream(p)
              .filter(q -> q <= own)
              .map(q -> count(p, q, true) * q)
              .max()
              .orElseThrow();
      double expectedBh =
          Arrays.stream(p)
              .filter(q -> q >= own)
              .map(q -> q * p.length / count(p, q, false))
              .min()
              .orElseThrow();
      assertThat(holm[i]).isEqualTo(Math.min(1, expectedHolm), within(1e-12));
      assertThat(bh[i]).isEqualTo(Math.min(1, expectedBh), within(1e-12));
    }
  }

  @Property(tries = 300)
  void isOrderedAndNeverBelowTheRawValue(@ForAll("pValues") double[] p) {
    double[] bonferroni = Correction.BONFERRONI.adjust(p);
    double[] holm = Correction.HOLM.adjust(p);
    double[] bh = Correction.BENJAMINI_HOCHBERG.adjust(p);
    for (int i = 0; i < p.length; i++) {
      assertThat(bh[i]).isBetween(p[i], 1.0);
      assertThat(holm[i]).isGreaterThanOrEqualTo(bh[i]);
      assertThat(bonferroni[i]).isGreaterThanOrEqualTo(holm[i]).isLessThanOrEqualTo(1);
      for (int j = 0; j < p.length; j++) {
        if (p[i] <= p[j]) {
          assertThat(holm[i]).isLessThanOrEqualTo(holm[j]);
          assertThat(bh[i]).isLessThanOrEqualTo(bh[j]);
        }
      }
    }
  }

  /** Few different values, so that there are ties. */
  @Provide
  Arbitrary<double[]> pValues() {
    return Arbitraries.integers()
        .between(0, 40)
        .map(i -> i * i / 1600.0)
        .array(double[].class)
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  /** How many values are at least (or at most) q. */
  private static long count(double[] p, double q, boolean atLeast) {
    return Arrays.stream(p).filter(r -> atLeast ? r >= q : r <= q).count();
  }

  private static void assertClose(double[] actual, double... expected) {
    IntStream.range(0, expected.length)
        .forEach(i -> assertThat(actual[i]).isEqualTo(expected[i], within(1e-12)));
    assertThat(actual).hasSameSizeAs(expected);
  }
}
