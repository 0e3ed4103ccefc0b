package org.trellisrec.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every test, on samples with many ties and zeros. */
class TestPropertiesTest {
  @Property(tries = 300)
  void swappingTheModelsChangesSignsOnly(
      @ForAll TestKind kind, @ForAll("differences") double[] differences) {
    TestResult forward = run(kind, differences);
    TestResult backward = run(kind, Samples.negated(differences));

    if (Double.isNaN(forward.pValue())) {
      assertThat(backward.pValue()).isNaN();
      return;
    }
    assertThat(backward.pValue()).isEqualTo(forward.pValue());
    assertThat(-backward.effectSize()).isEqualTo(forward.effectSize(), within(1e-12));
    if (kind == TestKind.PAIRED_T || kind == TestKind.PERMUTATION) {
      assertThat(-backward.statistic()).isEqualTo(forward.statistic());
    }
    if (kind == TestKind.WILCOXON) {
      assertThat(backward.statistic()).isEqualTo(forward.statistic());
    }
  }

  @Property(tries = 300)
  void theOrderOfUsersDoesNotMatter(
      @ForAll TestKind kind, @ForAll("few") double[] differences, @ForAll Random random) {
    List<Double> shuffled = new ArrayList<>();
    for (double difference : differences) {
      shuffled.add(difference);
    }
    Collections.shuffle(shuffled, random);
    TestResult before = run(kind, differences);
    TestResult after = run(kind, shuffled.stream().mapToDouble(Double::doubleValue).toArray());

    if (Double.isNaN(before.pValue())) {
      assertThat(after.pValue()).isNaN();
    } else {
      assertThat(after.pValue()).isEqualTo(before.pValue(), within(1e-9));
    }
  }

  @Property(tries = 300)
  void pIsAProbabilityUnlessNothingDiffers(
      @ForAll TestKind kind, @ForAll("differences") double[] differences) {
    double p = run(kind, differences).pValue();

    if (Samples.of(differences).zeros() == differences.length
        || (kind == TestKind.PAIRED_T && differences.length < 2)) {
      assertThat(p).isNaN();
    } else {
      assertThat(p).isBetween(0.0, 1.0);
    }
  }

  /** Twin of both exact computations: every assignment of signs, one by one. */
  @Property(tries = 200)
  void exactValuesCountEveryAssignmentOfSigns(@ForAll("few") double[] differences) {
    if (Samples.of(differences).zeros() < differences.length) {
      double[] ranks = signedRanks(differences);

      assertThat(run(TestKind.WILCOXON, differences).pValue())
          .isEqualTo(enumerate(ranks), within(1e-12));
      assertThat(run(TestKind.PERMUTATION, differences).pValue())
          .isEqualTo(enumerate(differences), within(1e-12));
    }
  }

  private static double enumerate(double[] values) {
    double observed = 0;
    for (double value : values) {
      observed += value;
    }
    int extreme = 0;
    for (int signs = 0; signs < 1 << values.length; signs++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += (signs >> i & 1) == 0 ? values[i] : -values[i];
      }
      extreme += Math.abs(sum) >= Math.abs(observed) ? 1 : 0;
    }
    return (double) extreme / (1 << values.length);
  }

  /** Mean ranks by counting, zeros left at 0. */
  private static double[] signedRanks(double[] differences) {
    double[] ranks = new double[differences.length];
    for (int i = 0; i < differences.length; i++) {
      double rank = 0.5;
      for (double other : differences) {
        double size = Math.abs(other);
        double own = Math.abs(differences[i]);
        rank += other == 0 ? 0 : size < own ? 1 : size == own ? 0.5 : 0;
      }
      ranks[i] = rank * Math.signum(differences[i]);
    }
    return ranks;
  }

  private static TestResult run(TestKind kind, double[] differences) {
    return kind.create(9999).test(Samples.of(differences), Samples.SEED);
  }

  /** Quarters, so that sums are exact. */
  @Provide
  Arbitrary<double[]> differences() {
    return Arbitraries.integers()
        .between(-8, 8)
        .map(i -> i / 4.0)
        .array(double[].class)
        .ofMaxSize(70);
  }

  @Provide
  Arbitrary<double[]> few() {
    return Arbitraries.integers()
        .between(-8, 8)
        .map(i -> i / 4.0)
        .array(double[].class)
        .ofMaxSize(12);
  }
}
