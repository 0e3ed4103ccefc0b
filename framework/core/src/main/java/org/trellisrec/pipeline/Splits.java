package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.data.Split;
import org.trellisrec.pipeline.RunPlan.Protocol;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Seed;

/** Makes the splits of all protocols, or takes those that the source brings along. */
final class Splits {
  private final RunPlan plan;
  private final RunListener listener;

  Splits(RunPlan plan, RunListener listener) {
    this.plan = plan;
    this.listener = listener;
  }

  List<Split> make(LoadedData data, Seed seed) {
    if (!data.splits().isEmpty()) {
      if (!plan.protocols().isEmpty()) {
        listener.note(
            "splitting does not apply to data that come with their own splits; it was left out");
      }
      data.splits().forEach(split -> SplitAudit.audit(data.dataset(), split));
      return data.splits();
    }
    if (plan.protocols().isEmpty()) {
      throw new InputException(
          "%s: the data come without a split, and none is declared; add splitting.test_splitting or protocols",
          plan.dataset());
    }
    List<Split> splits = new ArrayList<>();
    for (Protocol protocol : plan.protocols()) {
      splits.addAll(
          SplitStage.split(
              data.dataset(),
              protocol.name(),
              protocol.test(),
              protocol.validation().orElse(null),
              seed.derive("split/" + protocol.name()),
              listener::note));
    }
    return splits;
  }
}
