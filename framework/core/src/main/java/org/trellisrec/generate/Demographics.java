package org.trellisrec.generate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.trellisrec.data.Modality;
import org.trellisrec.spi.Seed;

/**
 * Age group and gender are quantiles of two random projections of the user's factor weights,
 * occupation is the strongest factor.
 */
final class Demographics {
  private static final List<String> AGES =
      List.of("under 18", "18-24", "25-34", "35-44", "45-54", "55+");
  private static final List<String> GENDERS = List.of("female", "male");

  private final PlantedFactors factors;
  private final int users;

  private Demographics(PlantedFactors factors, int users) {
    this.factors = factors;
    this.users = users;
  }

  static Map<String, Modality> of(Generated.Params params, PlantedFactors factors, Seed seed) {
    Demographics demographics = new Demographics(factors, params.users());
    SideDraw draw = new SideDraw(params);
    Map<String, Modality> modalities = new LinkedHashMap<>();
    modalities.put("age_group", demographics.quantiles(AGES, draw, seed.derive("age_group")));
    modalities.put("gender", demographics.quantiles(GENDERS, draw, seed.derive("gender")));
    modalities.put(
        "occupation",
        draw.labels(
            Names.occupations(factors.count()),
            params.users(),
            demographics::strongest,
            seed.derive("occupation").rng()));
    return modalities;
  }

  private Modality quantiles(List<String> labels, SideDraw draw, Seed seed) {
    double[] direction = SideDraw.direction(factors.count(), seed.derive("direction").rng());
    double[] projected =
        IntStream.range(0, users).mapToDouble(u -> project(u, direction)).toArray();
    double[] sorted = projected.clone();
    Arrays.sort(sorted);
    IntUnaryOperator bin =
        user -> {
          int found = Arrays.binarySearch(sorted, projected[user]);
          return (int) ((long) found * labels.size() / users);
        };
    return draw.labels(labels, users, bin, seed.derive("labels").rng());
  }

  private double project(int user, double[] direction) {
    double sum = 0;
    for (int factor = 0; factor < direction.length; factor++) {
      sum += direction[factor] * factors.userWeight(user, factor);
    }
    return sum;
  }

  private int strongest(int user) {
    int best = 0;
    for (int factor = 1; factor < factors.count(); factor++) {
      if (factors.userWeight(user, factor) > factors.userWeight(user, best)) {
        best = factor;
      }
    }
    return best;
  }
}
