package org.trellisrec.multiobjective;

import java.util.Arrays;
import java.util.List;

/**
 * Several objectives at once. A point has one value per objective, in their order. A point with NaN
 * is not comparable: it dominates nothing, is on no front and has no volume.
 *
 * @param all the objectives, at least one
 */
public record Objectives(List<Objective> all) {
  /** Keeps its own copy. */
  public Objectives {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there is no objective");
    }
  }

  /** The same on scales from 0 at the nadir to 1 at the utopia. */
  Objectives scaled() {
    return new Objectives(
        all.stream().map(o -> new Objective(o.metric(), o.cutoff(), 1, 0)).toList());
  }

  /** The point on these scales. */
  double[] scaled(double[] point) {
    double[] scaled = new double[point.length];
    Arrays.setAll(scaled, i -> all.get(i).scaled(point[i]));
    return scaled;
  }

  /**
   * The Euclidean distance from a point to the utopia point; lower is better, 0 is best, NaN if a
   * value is.
   *
   * <p>Source: Yu, A class of solutions for group decision problems, Management Science 19(8),
   * 1973, doi:10.1287/mnsc.19.8.936.
   */
  public double utopiaDistance(double[] point) {
    double square = 0;
    for (int i = 0; i < all.size(); i++) {
      double difference = all.get(i).utopia() - point[i];
      square += difference * difference;
    }
    return Math.sqrt(square);
  }

  /** True if {@code a} is at least as good as {@code b} everywhere and better somewhere. */
  public boolean dominates(double[] a, double[] b) {
    boolean better = false;
    for (int i = 0; i < all.size(); i++) {
      double gainOfA = all.get(i).gain(a[i]);
      double gainOfB = all.get(i).gain(b[i]);
      if (!(gainOfA >= gainOfB)) {
        return false;
      }
      better |= gainOfA > gainOfB;
    }
    return better;
  }

  /**
   * The Pareto front: for every point whether no other dominates it. Equal points are on the front
   * together.
   */
  public boolean[] front(List<double[]> points) {
    boolean[] front = new boolean[points.size()];
    for (int i = 0; i < front.length; i++) {
      double[] point = points.get(i);
      front[i] = isComparable(point) && points.stream().noneMatch(p -> dominates(p, point));
    }
    return front;
  }

  /**
   * The volume of what the points dominate between them and the nadir point; of a single point the
   * product of its gains over the nadir. A value worse than the nadir adds nothing. Higher is
   * better.
   *
   * <p>Source: Zitzler and Thiele, Multiobjective evolutionary algorithms, IEEE Transactions on
   * Evolutionary Computation 3(4), 1999, doi:10.1109/4235.797969.
   */
  public double hypervolume(List<double[]> points) {
    List<double[]> gains =
        points.stream().filter(Objectives::isComparable).map(this::gains).toList();
    return Hypervolume.of(gains, all.size());
  }

  private double[] gains(double[] point) {
    double[] gains = new double[point.length];
    Arrays.setAll(gains, i -> all.get(i).gain(point[i]));
    return gains;
  }

  private static boolean isComparable(double[] point) {
    return Arrays.stream(point).noneMatch(Double::isNaN);
  }
}
