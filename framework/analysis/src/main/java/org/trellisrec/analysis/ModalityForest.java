package org.trellisrec.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.trellisrec.analysis.ModalityClouds.Point;
import org.trellisrec.spi.Seed;

/**
 * Whether a random forest can tell from a vector which modality it comes from. Forests are grown on
 * the vectors of some entities and asked about those of the others.
 *
 * @param trees number of trees; each split looks at the square root of the number of features, and
 *     a tree grows until its leaves are pure
 * @param testShare share of the entities that forests are asked about, above 0 and below 1; at
 *     least one entity is asked about and one is not
 * @param repeats how often this is done, each time with other entities
 */
record ModalityForest(int trees, double testShare, int repeats) {
  /**
   * How good the forests are.
   *
   * @param mean mean accuracy, 0 to 1; NaN of fewer than two entities
   * @param deviation sample standard deviation over repeats; NaN of one repeat, or as the mean
   * @param chance share of the most frequent modality, which is what saying always the same
   *     reaches: 1 / number of modalities, if no entity lacks any
   */
  record Accuracy(double mean, double deviation, double chance) {}

  /** Asks about these clouds. */
  Accuracy of(ModalityClouds clouds, Seed seed) {
    List<Point> points = clouds.points();
    double most =
        IntStream.range(0, clouds.modalities().size())
            .mapToLong(m -> points.stream().filter(p -> p.modality() == m).count())
            .max()
            .orElse(0);
    SummaryStatistics accuracies = new SummaryStatistics();
    int entities = clouds.entities().size();
    if (entities < 2) {
      return new Accuracy(Double.NaN, Double.NaN, most / points.size());
    }
    int asked = (int) Math.min(Math.max(1, Math.round(testShare * entities)), entities - 1);
    for (int repeat = 0; repeat < repeats; repeat++) {
      Seed own = seed.derive("repeat-" + repeat);
      int[] test = new PermutationSampler(own.derive("split").rng(), entities, asked).sample();
      Arrays.sort(test);
      accuracies.addValue(accuracy(points, test, own.derive("forest")));
    }
    double deviation = repeats > 1 ? accuracies.getStandardDeviation() : Double.NaN;
    return new Accuracy(accuracies.getMean(), deviation, most / points.size());
  }

  private double accuracy(List<Point> points, int[] test, Seed seed) {
    List<Point> known = points.stream().filter(p -> !isAmong(test, p)).toList();
    List<Point> asked = points.stream().filter(p -> isAmong(test, p)).toList();
    RandomForest forest =
        RandomForest.grow(
            known.stream().map(Point::vector).toArray(float[][]::new),
            known.stream().mapToInt(Point::modality).toArray(),
            trees,
            seed);
    long right = asked.stream().filter(p -> forest.predict(p.vector()) == p.modality()).count();
    return (double) right / asked.size();
  }

  private static boolean isAmong(int[] entities, Point point) {
    return Arrays.binarySearch(entities, point.entity()) >= 0;
  }
}
