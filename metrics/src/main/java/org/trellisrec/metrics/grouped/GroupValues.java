package org.trellisrec.metrics.grouped;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.SystemMetric;

/** The values of a metric by group. */
public final class GroupValues implements SystemMetric.Accumulator<GroupValues> {
  private final List<String> names;
  private final Router.Dispatch dispatch;
  private final Slots slots;
  private final boolean higherIsBetter;

  GroupValues(List<String> names, Router router, Slots slots, boolean higherIsBetter) {
    this.names = names;
    this.dispatch = router.dispatch();
    this.slots = slots;
    this.higherIsBetter = higherIsBetter;
  }

  @Override
  public void add(RankedList list) {
    dispatch.to(slots, list);
  }

  @Override
  public void merge(GroupValues other) {
    slots.merge(other.slots);
  }

  /** The value of the worst group; NaN if no group has one. */
  @Override
  public double result() {
    int worst = worst();
    return worst < 0 ? Double.NaN : slots.result(worst);
  }

  private int worst() {
    int worst = -1;
    for (int group = 0; group < names.size(); group++) {
      double value = slots.result(group);
      if (!Double.isNaN(value) && (worst < 0 || isWorse(value, slots.result(worst)))) {
        worst = group;
      }
    }
    return worst;
  }

  private boolean isWorse(double value, double than) {
    return higherIsBetter ? value < than : value > than;
  }

  @Override
  public Map<String, Double> results(String label) {
    return byGroup(group -> slots.results(group, label));
  }

  @Override
  public Map<String, Integer> users(String label) {
    Map<String, Integer> users = byGroup(group -> slots.users(group, label));
    int worst = worst();
    users.put(label, worst < 0 ? 0 : slots.users(worst, label).getOrDefault(label, 0));
    return users;
  }

  private <V> Map<String, V> byGroup(IntFunction<Map<String, V>> values) {
    Map<String, V> all = new LinkedHashMap<>();
    for (int group = 0; group < names.size(); group++) {
      String suffix = "-" + names.get(group);
      values.apply(group).forEach((name, value) -> all.put(name + suffix, value));
    }
    return all;
  }
}
