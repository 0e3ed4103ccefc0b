package org.trellisrec.metrics.grouped;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    double worst = Double.NaN;
    for (int group = 0; group < names.size(); group++) {
      double value = slots.result(group);
      if (Double.isNaN(worst) || (higherIsBetter ? value < worst : value > worst)) {
        worst = value;
      }
    }
    return worst;
  }

  @Override
  public Map<String, Double> results(String label) {
    Map<String, Double> results = new LinkedHashMap<>();
    for (int group = 0; group < names.size(); group++) {
      String suffix = "-" + names.get(group);
      slots.results(group, label).forEach((name, value) -> results.put(name + suffix, value));
    }
    return results;
  }
}
