package org.trellisrec.metrics.bias;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.trellisrec.metrics.Labels;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.Truth;

/**
 * How far item groups differ in their chance: the standard deviation (of the population) of the
 * groups' probabilities over their mean. The probability of a group is what was recommended of it
 * over what could have been (parity of exposure), or its hits over its relevant items (equal
 * opportunity).
 */
public final class GroupParity implements SystemMetric.Accumulator<GroupParity> {
  private final ItemGroups groups;
  private final boolean ofRelevant;
  private final boolean checksHidden;
  private final List<String> names;
  private final String suffix;
  private final long[] reached;
  private final long[] possible;

  private GroupParity(
      ItemGroups groups,
      boolean ofRelevant,
      boolean checksHidden,
      List<String> names,
      String suffix) {
    this.groups = groups;
    this.ofRelevant = ofRelevant;
    this.checksHidden = checksHidden;
    this.names = names;
    this.suffix = suffix;
    this.reached = new long[groups.count()];
    this.possible = new long[groups.count()];
  }

  /** Exposure: recommended items over items that could have been recommended. */
  static Supplier<GroupParity> ofExposure(ItemGroups groups) {
    return ofExposure(groups, List.of(), "");
  }

  /** Opportunity: relevant recommended items over relevant items. */
  static Supplier<GroupParity> ofOpportunity(ItemGroups groups) {
    return ofOpportunity(groups, List.of(), "");
  }

  /**
   * Exposure with the probability of every group in the results.
   *
   * @param names of the groups
   * @param suffix what the label of the metric ends with; the probability of a group is reported
   *     under {@code <metric>-ProbToBeRanked<suffix>-<name>}
   */
  public static Supplier<GroupParity> ofExposure(
      ItemGroups groups, List<String> names, String suffix) {
    return () -> new GroupParity(groups, false, false, names, suffix);
  }

  /** Opportunity with the probability of every group in the results. */
  public static Supplier<GroupParity> ofOpportunity(
      ItemGroups groups, List<String> names, String suffix) {
    boolean checksHidden = groups.hidesHeldOut();
    return () -> new GroupParity(groups, true, checksHidden, names, suffix);
  }

  @Override
  public void add(RankedList list) {
    for (int rank = 0; rank < list.size(); rank++) {
      int item = list.item(rank);
      int group = groups.of(item);
      if (group >= 0
          && (!ofRelevant || list.isRelevant(rank))
          && groups.countsListed(list.user(), item)) {
        reached[group]++;
      }
    }
    if (ofRelevant) {
      addRelevant(list.user(), list.truth());
    } else {
      groups.addAvailable(list.user(), possible);
    }
  }

  private void addRelevant(int user, Truth truth) {
    for (int i = 0; i < truth.size(); i++) {
      int group = groups.of(truth.item(i));
      if (group >= 0 && !(checksHidden && groups.isHidden(user, truth.item(i)))) {
        possible[group]++;
      }
    }
  }

  @Override
  public void merge(GroupParity other) {
    for (int group = 0; group < reached.length; group++) {
      reached[group] += other.reached[group];
      possible[group] += other.possible[group];
    }
  }

  /** Probability per group; NaN for a group without any possibility. */
  double[] probabilities() {
    double[] probabilities = new double[reached.length];
    Arrays.setAll(
        probabilities,
        group -> possible[group] == 0 ? Double.NaN : (double) reached[group] / possible[group]);
    return probabilities;
  }

  @Override
  public double result() {
    double[] q = probabilities();
    double mean = Arrays.stream(q).sum() / q.length;
    double variance = Arrays.stream(q).map(x -> (x - mean) * (x - mean)).sum() / q.length;
    return Math.sqrt(variance) / mean;
  }

  @Override
  public Map<String, Double> results(String label) {
    Map<String, Double> results = new LinkedHashMap<>();
    results.put(label, result());
    String metric = Labels.without(label, suffix);
    double[] probabilities = probabilities();
    for (int group = 0; group < names.size(); group++) {
      results.put(
          "%s-ProbToBeRanked%s-%s".formatted(metric, suffix, names.get(group)),
          probabilities[group]);
    }
    return results;
  }
}
