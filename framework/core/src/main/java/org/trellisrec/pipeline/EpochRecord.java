package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.report.EpochRow;
import org.trellisrec.report.UnitKey;

/**
 * One epoch as the engine saw it: what it decides from, and what it reports.
 *
 * @param epoch number of epochs done, from 1
 * @param loss training loss as the model defines it, a mean over examples or over batches
 * @param judged true if this epoch was validated
 * @param target what decides which epoch is best, nothing if not judged
 * @param monitored what decides when to stop, and which epoch is best as long as the target has no
 *     value; nothing if not judged
 * @param wallSeconds elapsed seconds, validation excluded
 * @param cpuSeconds processor seconds, validation excluded
 * @param endedAt when it ended, in seconds since 1970
 */
record EpochRecord(
    int epoch,
    double loss,
    boolean judged,
    Watched target,
    Watched monitored,
    double wallSeconds,
    double cpuSeconds,
    double endedAt) {

  /** The metrics that were watched, with their values; empty if there are none. */
  Map<String, Watched> watched(ModelPlan plan) {
    Map<String, Watched> values = new LinkedHashMap<>();
    if (judged) {
      plan.target().metric().ifPresent(m -> values.put(plan.target().label(), target));
      ModelPlan.Monitor stopping = plan.stopping().monitor();
      stopping.metric().ifPresent(m -> values.put(stopping.label(), monitored));
    }
    return values;
  }

  /** The rows of the learning curve. */
  List<EpochRow> rows(UnitKey key, int trial, ModelPlan plan) {
    Map<String, Watched> values = watched(plan);
    if (values.isEmpty()) {
      values.put("", Watched.NOTHING);
    }
    List<EpochRow> rows = new ArrayList<>();
    values.forEach(
        (metric, value) ->
            rows.add(
                new EpochRow(
                    key.model(),
                    trial,
                    key.seed(),
                    key.protocol(),
                    key.fold(),
                    epoch,
                    loss,
                    metric,
                    value.value(),
                    value.users(),
                    wallSeconds,
                    cpuSeconds)));
    return rows;
  }
}
