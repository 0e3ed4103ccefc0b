package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.config.NegativeSamplingConfig;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Split;
import org.trellisrec.pipeline.NegativeSampling.Distribution;
import org.trellisrec.pipeline.RunPlan.Protocol;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Seed;

/** Makes the splits of all protocols, or takes those that the source brings along. */
final class Splits {
  private final RunPlan plan;
  private final Timings timings;
  private final RunListener listener;

  Splits(RunPlan plan, Timings timings, RunListener listener) {
    this.plan = plan;
    this.timings = timings;
    this.listener = listener;
  }

  /** All splits for one seed, audited, with sampled candidates if these are asked for. */
  List<Split> make(LoadedData data, long seed) {
    return timings.measure(
        "split", Timings.NO_TRIAL, () -> plan.file().perform(() -> make(data, new Seed(seed))));
  }

  private List<Split> make(LoadedData data, Seed seed) {
    List<Split> splits = data.splits().isEmpty() ? split(data.dataset(), seed) : premade(data);
    List<Split> offered =
        splits.stream().map(split -> sampled(data.dataset(), split, seed)).toList();
    offered.forEach(split -> tell(data.dataset(), split));
    return offered;
  }

  private List<Split> premade(LoadedData data) {
    if (!plan.protocols().isEmpty()) {
      listener.note(
          "splitting does not apply to data that come with their own splits; it was left out");
    }
    data.splits().forEach(split -> SplitAudit.audit(data.dataset(), split));
    return data.splits();
  }

  /** What cannot count depends on the candidates, so it is told once these are known. */
  private void tell(Dataset data, Split split) {
    String where = "protocol '%s', fold %s, ".formatted(split.protocol(), split.fold());
    TaskNotes validation = new TaskNotes(data, where + "validation", listener::note);
    TaskNotes test = new TaskNotes(data, where + "test", listener::note);
    split.validation().forEach(validation::tell);
    split.test().forEach(test::tell);
  }

  private List<Split> split(Dataset data, Seed seed) {
    if (plan.protocols().isEmpty()) {
      throw new InputException(
          "%s: the data come without a split, and none is declared; add splitting.test_splitting or"
              + " protocols",
          plan.dataset());
    }
    List<Split> splits = new ArrayList<>();
    for (Protocol protocol : plan.protocols()) {
      splits.addAll(
          SplitStage.split(
              data,
              protocol.name(),
              protocol.test(),
              protocol.validation().orElse(null),
              seed.derive("split/" + protocol.draw()),
              listener::note));
    }
    return splits;
  }

  private Split sampled(Dataset data, Split split, Seed seed) {
    if (plan.negativeSampling().isEmpty()) {
      return split;
    }
    NegativeSamplingConfig config = plan.negativeSampling().get();
    Seed own = seed.derive("negative_sampling/" + plan.draw(split.protocol()));
    return switch (config.strategy()) {
      case RANDOM ->
          NegativeSampling.sample(data, split, config.numItems(), Distribution.UNIFORM, own);
      case POPULARITY ->
          NegativeSampling.sample(data, split, config.numItems(), Distribution.POPULARITY, own);
      case FIXED ->
          NegativeSampling.fixed(
              data,
              split,
              config.files().get(0),
              config.files().size() > 1 ? config.files().get(1) : null);
    };
  }
}
