package org.trellisrec.multiobjective;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The volume of a union of boxes from the origin, by slicing objectives one after another (While,
 * Hingston, Barone and Huband, IEEE Transactions on Evolutionary Computation 10(1), 2006,
 * doi:10.1109/TEVC.2005.851275).
 */
final class Hypervolume {
  private Hypervolume() {}

  /**
   * The volume.
   *
   * @param corners far corners of the boxes; one that is not positive everywhere has no volume
   * @param dimensions how many of their coordinates count, from the first
   */
  static double of(List<double[]> corners, int dimensions) {
    int last = dimensions - 1;
    List<double[]> sorted =
        corners.stream()
            .filter(corner -> corner[last] > 0)
            .sorted(Comparator.comparingDouble(corner -> -corner[last]))
            .toList();
    if (dimensions == 1) {
      return sorted.isEmpty() ? 0 : sorted.get(0)[0];
    }
    double volume = 0;
    List<double[]> above = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      above.add(sorted.get(i));
      double next = i + 1 < sorted.size() ? sorted.get(i + 1)[last] : 0;
      double thickness = sorted.get(i)[last] - next;
      volume += thickness > 0 ? thickness * of(above, last) : 0;
    }
    return volume;
  }
}
