package org.trellisrec.significance;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjusts the p-values of several tests made together, so that an adjusted value can be held
 * against alpha itself. The same values as R's {@code p.adjust}; undefined p-values stay NaN and do
 * not count as tests.
 */
public enum Correction {
  /** Leaves p as it is. */
  NONE {
    @Override
    double factor(int place, int tests) {
      return 1;
    }
  },
  /**
   * {@code min(1, m p)}: controls the chance of any false finding (Dunn 1961, DOI 10.2307/2282330).
   */
  BONFERRONI {
    @Override
    double factor(int place, int tests) {
      return tests;
    }
  },
  /**
   * Step-down: the i-th smallest p, counted from 0, times {@code m - i}, made non-decreasing.
   * Controls the same chance as Bonferroni and finds at least as much (Holm, Scandinavian Journal
   * of Statistics 1979).
   */
  HOLM {
    @Override
    double factor(int place, int tests) {
      return tests - place;
    }
  },
  /**
   * Step-up: the i-th smallest p, counted from 1, times {@code m / i}, made non-decreasing from the
   * largest down. Controls the expected share of false findings (Benjamini and Hochberg 1995, DOI
   * 10.1111/j.2517-6161.1995.tb02031.x).
   */
  BENJAMINI_HOCHBERG {
    @Override
    double factor(int place, int tests) {
      return (double) tests / (place + 1);
    }
  };

  /** What the p-value at this place, from 0 for the smallest, is multiplied by. */
  abstract double factor(int place, int tests);

  /**
   * The adjusted values, in the order of {@code pValues}.
   *
   * @param pValues each in [0, 1] or NaN
   */
  public double[] adjust(double[] pValues) {
    int[] ascending = ascending(pValues);
    double[] adjusted = pValues.clone();
    for (int place = 0; place < ascending.length; place++) {
      adjusted[ascending[place]] *= factor(place, ascending.length);
    }
    if (this == BENJAMINI_HOCHBERG) {
      stepUp(adjusted, ascending);
    } else {
      stepDown(adjusted, ascending);
    }
    return adjusted;
  }

  private static int[] ascending(double[] pValues) {
    return IntStream.range(0, pValues.length)
        .filter(i -> !Double.isNaN(pValues[i]))
        .boxed()
        .sorted(Comparator.comparingDouble(i -> pValues[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static void stepDown(double[] values, int[] ascending) {
    double largest = 0;
    for (int i : ascending) {
      largest = Math.min(1, Math.max(largest, values[i]));
      values[i] = largest;
    }
  }

  private static void stepUp(double[] values, int[] ascending) {
    double smallest = 1;
    for (int place = ascending.length - 1; place >= 0; place--) {
      smallest = Math.min(smallest, values[ascending[place]]);
      values[ascending[place]] = smallest;
    }
  }
}
