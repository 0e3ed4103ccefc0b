package org.trellisrec.significance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All models measured under one key, aligned by user. Users are in ascending order, so nothing
 * depends on the order in which they came.
 *
 * @param key what was measured
 * @param higherIsBetter direction of the metric
 * @param models labels, in the order given
 * @param values by model and user; NaN where undefined
 * @param repetitions largest number of repetitions that were averaged
 */
record SampleGroup(
    SampleKey key,
    boolean higherIsBetter,
    List<String> models,
    double[][] values,
    int repetitions) {

  /** Aligns measurements of one key. */
  static SampleGroup of(List<PerUserValues> measured) {
    Map<String, List<PerUserValues>> byModel = new LinkedHashMap<>();
    measured.forEach(m -> byModel.computeIfAbsent(m.model(), x -> new ArrayList<>()).add(m));
    int[] users =
        measured.stream().flatMapToInt(m -> Arrays.stream(m.users())).sorted().distinct().toArray();
    List<String> models = List.copyOf(byModel.keySet());
    double[][] values =
        models.stream().map(model -> average(byModel.get(model), users)).toArray(double[][]::new);
    int repetitions = byModel.values().stream().mapToInt(List::size).max().orElse(0);
    PerUserValues first = measured.get(0);
    return new SampleGroup(first.key(), first.higherIsBetter(), models, values, repetitions);
  }

  /** Mean of each user's defined values over the repetitions of one model. */
  private static double[] average(List<PerUserValues> repetitions, int[] users) {
    double[] sums = new double[users.length];
    int[] counts = new int[users.length];
    for (PerUserValues repetition : repetitions) {
      for (int i = 0; i < repetition.users().length; i++) {
        if (Double.isFinite(repetition.values()[i])) {
          int place = Arrays.binarySearch(users, repetition.users()[i]);
          sums[place] += repetition.values()[i];
          counts[place]++;
        }
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= counts[i];
    }
    return sums;
  }

  /** Number of users that any model was measured with. */
  int users() {
    return values.length == 0 ? 0 : values[0].length;
  }

  /** The defined values of one model. */
  double[] defined(int model) {
    return Arrays.stream(values[model]).filter(value -> !Double.isNaN(value)).toArray();
  }

  /** Mean over the users with whom the model has a value, as result tables show it. */
  double mean(int model) {
    return Arrays.stream(defined(model)).average().orElse(Double.NaN);
  }

  /** The model with the best mean, the first of equals; -1 if no model has a mean. */
  int best() {
    int best = -1;
    double bestMean = Double.NaN;
    for (int model = 0; model < models.size(); model++) {
      double mean = mean(model);
      boolean better = higherIsBetter ? mean > bestMean : mean < bestMean;
      if (better || (best < 0 && !Double.isNaN(mean))) {
        best = model;
        bestMean = mean;
      }
    }
    return best;
  }

  PairedSample pair(ComparisonScheme.Pair pair) {
    return PairedSample.of(values[pair.a()], values[pair.b()]);
  }
}
