package org.trellisrec.metrics.accuracy;

import org.trellisrec.spi.UserMetric.PerUser;

/** The rule of all accuracy metrics for users without relevant items. */
final class RelevantUsers {
  private RelevantUsers() {}

  /** {@code metric} where the user has a relevant item, NaN elsewhere. */
  static PerUser only(PerUser metric) {
    return list -> list.truth().size() == 0 ? Double.NaN : metric.value(list);
  }
}
