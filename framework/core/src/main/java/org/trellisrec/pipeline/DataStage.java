package org.trellisrec.pipeline;

import java.nio.file.Path;
import java.util.Locale;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Duplicates;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.pipeline.RunPlan.NamedPrefilter;
import org.trellisrec.report.DatasetStatistics;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.PluginCall;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.ReadContext;

/** Reads a data set and applies what comes before any split. */
final class DataStage {
  private final RunPlan plan;
  private final int threads;
  private final Timings timings;
  private final RunListener listener;

  DataStage(RunPlan plan, int threads, Timings timings, RunListener listener) {
    this.plan = plan;
    this.threads = threads;
    this.timings = timings;
    this.listener = listener;
  }

  /** The data as they are split, with the splits that come with them. */
  LoadedData read() {
    LoadedData loaded = timings.measure("load", Timings.NO_TRIAL, this::load);
    LoadedData data =
        timings.measure(
            "prefilter", Timings.NO_TRIAL, () -> plan.file().perform(() -> prefilter(loaded)));
    listener.info(plan.dataset() + ": " + DatasetStatistics.of(data.dataset()).sentence());
    return data;
  }

  /** Reads the source and the side information. */
  private LoadedData load() {
    DatasetReader reader = plan.data().reader();
    PluginCall call = PluginCall.of("reader", reader);
    LoadedData loaded = call.result("read", () -> reader.read(new Context()));
    Dataset read = call.present("read", loaded.dataset());
    Dataset data = plan.data().side().addTo(read, new Context());
    return new LoadedData(data, loaded.splits());
  }

  private final class Context implements ReadContext {
    @Override
    public String datasetName() {
      return plan.dataset();
    }

    @Override
    public int threads() {
      return threads;
    }

    @Override
    public Progress progress(String what, long total) {
      return listener.progress(what, total);
    }

    @Override
    public Path cache() {
      return plan.results().resolve(".cache");
    }

    @Override
    public void note(String message) {
      listener.note(message);
    }
  }

  /**
   * Applies the prefilters, makes every pair of user and item unique (the last entry counts), and
   * drops entities without interactions. Data that come with their splits are left as they are, but
   * for the ratings.
   */
  private LoadedData prefilter(LoadedData loaded) {
    if (!loaded.splits().isEmpty()) {
      if (!plan.data().prefilters().isEmpty()) {
        listener.note(
            "prefiltering does not apply to data that come with their own splits; it was left out");
      }
      return plan.data().binarize() ? binarized(loaded) : loaded;
    }
    Dataset data = loaded.dataset();
    for (NamedPrefilter filter : plan.data().prefilters()) {
      data = apply(filter, data);
    }
    data = unique(data);
    if (plan.data().binarize()) {
      data = data.withInteractions(data.interactions().binary());
    }
    if (data.interactions().size() == 0) {
      throw new InputException(
          "%s: there is not one interaction%s",
          plan.dataset(),
          plan.data().prefilters().isEmpty() ? " in the data" : " left after prefiltering");
    }
    return LoadedData.unsplit(data.compact());
  }

  private Dataset apply(NamedPrefilter filter, Dataset data) {
    int before = data.interactions().size();
    Interactions kept =
        new PluginCall("the prefilter " + filter.name())
            .result("apply", () -> filter.prefilter().apply(data));
    listener.info(
        String.format(
            Locale.ROOT, "%s: %,d of %,d interactions kept", filter.name(), kept.size(), before));
    return data.withInteractions(kept);
  }

  private Dataset unique(Dataset data) {
    Duplicates.Result unique = Duplicates.resolve(data.interactions(), Duplicates.Keep.LAST);
    if (unique.removed() > 0) {
      listener.note(
          String.format(
              Locale.ROOT,
              "%s: %,d repeated interactions of the same user and item; the last one of each counts",
              plan.dataset(),
              unique.removed()));
    }
    return data.withInteractions(unique.interactions());
  }

  private static LoadedData binarized(LoadedData loaded) {
    Dataset data = loaded.dataset();
    return new LoadedData(
        data.withInteractions(data.interactions().binary()),
        loaded.splits().stream().map(Split::binary).toList());
  }
}
