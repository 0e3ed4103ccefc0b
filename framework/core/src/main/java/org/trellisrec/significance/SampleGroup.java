package org.trellisrec.significance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All models measured under one key, aligned by user. Users are in ascending order, so nothing
 * depends on the order in which they came.
 *
 * @param key what was measured
 * @param higherIsBetter direction of the metric
 * @param models labels, in the order given
 * @param values by model and user, averaged over the repetitions in which they are defined; NaN
 *     where there are none
 * @param repetitions what was averaged
 */
record SampleGroup(
    SampleKey key,
    boolean higherIsBetter,
    List<String> models,
    double[][] values,
    List<Repetition> repetitions) {

  /**
   * One fold and seed.
   *
   * @param places of its users among all
   * @param values by model and user, NaN where undefined; null for a model that was not measured
   */
  private record Repetition(int[] places, double[][] values) {
    static Repetition of(
        List<PerUserValues> measured, List<String> models, Map<String, Integer> rows, int[] all) {
      int[] users = users(measured);
      double[][] values = new double[models.size()][];
      for (PerUserValues own : measured) {
        double[] aligned = new double[users.length];
        Arrays.fill(aligned, Double.NaN);
        for (int i = 0; i < own.users().length; i++) {
          if (Double.isFinite(own.values()[i])) {
            aligned[Arrays.binarySearch(users, own.users()[i])] = own.values()[i];
          }
        }
        values[rows.get(own.model())] = aligned;
      }
      int[] places = Arrays.stream(users).map(user -> Arrays.binarySearch(all, user)).toArray();
      return new Repetition(places, values);
    }

    /** True if every model was measured, with the same users. */
    boolean alike() {
      for (double[] own : values) {
        if (own == null) {
          return false;
        }
        for (int i = 0; i < own.length; i++) {
          if (Double.isNaN(own[i]) != Double.isNaN(values[0][i])) {
            return false;
          }
        }
      }
      return true;
    }
  }

  /**
   * Aligns measurements of one key.
   *
   * @throws IllegalArgumentException if a model is measured twice in a repetition
   */
  static SampleGroup of(List<PerUserValues> measured) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    Map<String, Map<String, PerUserValues>> byRepetition = new LinkedHashMap<>();
    for (PerUserValues m : measured) {
      rows.putIfAbsent(m.model(), rows.size());
      PerUserValues other =
          byRepetition
              .computeIfAbsent(m.repetition(), r -> new LinkedHashMap<>())
              .put(m.model(), m);
      if (other != null) {
        throw new IllegalArgumentException(
            m.key().title() + " of " + m.model() + " is measured twice in " + m.repetition());
      }
    }
    List<String> models = List.copyOf(rows.keySet());
    int[] users = users(measured);
    List<Repetition> repetitions =
        byRepetition.values().stream()
            .map(own -> Repetition.of(List.copyOf(own.values()), models, rows, users))
            .toList();
    double[][] values = new double[models.size()][];
    for (int model = 0; model < values.length; model++) {
      values[model] = averages(repetitions, users.length, model)[0];
    }
    PerUserValues first = measured.get(0);
    return new SampleGroup(first.key(), first.higherIsBetter(), models, values, repetitions);
  }

  private static int[] users(List<PerUserValues> measured) {
    return measured.stream()
        .flatMapToInt(m -> Arrays.stream(m.users()))
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * Means of users over the repetitions in which all of these models have a value for them.
   *
   * @return by model, in the order given, and user
   */
  private static double[][] averages(List<Repetition> repetitions, int users, int... models) {
    double[][] sums = new double[models.length][users];
    int[] counts = new int[users];
    for (Repetition repetition : repetitions) {
      double[][] own =
          Arrays.stream(models).mapToObj(m -> repetition.values()[m]).toArray(double[][]::new);
      int measured = Arrays.stream(own).anyMatch(Objects::isNull) ? 0 : repetition.places().length;
      for (int i = 0; i < measured; i++) {
        if (allDefined(own, i)) {
          int user = repetition.places()[i];
          counts[user]++;
          for (int m = 0; m < own.length; m++) {
            sums[m][user] += own[m][i];
          }
        }
      }
    }
    for (double[] sum : sums) {
      for (int i = 0; i < users; i++) {
        sum[i] /= counts[i];
      }
    }
    return sums;
  }

  private static boolean allDefined(double[][] values, int user) {
    for (double[] own : values) {
      if (Double.isNaN(own[user])) {
        return false;
      }
    }
    return true;
  }

  /** The number of repetitions in which a model was measured. */
  int measured(int model) {
    return (int) repetitions.stream().filter(r -> r.values()[model] != null).count();
  }

  /** True if all models have values of the same users in the same repetitions. */
  boolean alike() {
    return repetitions.stream().allMatch(Repetition::alike);
  }

  /** Number of users that any model was measured with. */
  int users() {
    return values.length == 0 ? 0 : values[0].length;
  }

  /** The defined values of one model. */
  double[] defined(int model) {
    return Arrays.stream(values[model]).filter(value -> !Double.isNaN(value)).toArray();
  }

  /** Mean over the users with whom the model has a value, each of whom weighs the same. */
  double mean(int model) {
    return Arrays.stream(defined(model)).average().orElse(Double.NaN);
  }

  /**
   * The model with the best mean, the first of equals, of those that were measured in every
   * repetition: means of others are of other data. -1 if none of these has a mean.
   */
  int best() {
    int best = -1;
    double bestMean = Double.NaN;
    for (int model = 0; model < models.size(); model++) {
      double mean = measured(model) < repetitions.size() ? Double.NaN : mean(model);
      boolean better = higherIsBetter ? mean > bestMean : mean < bestMean;
      if (better || (best < 0 && !Double.isNaN(mean))) {
        best = model;
        bestMean = mean;
      }
    }
    return best;
  }

  /** Two models by the users, and of each the repetitions, for which both have a value. */
  PairedSample pair(ComparisonScheme.Pair pair) {
    double[][] both = averages(repetitions, users(), pair.a(), pair.b());
    return PairedSample.of(both[0], both[1]);
  }
}
