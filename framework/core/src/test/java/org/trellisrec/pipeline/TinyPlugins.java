package org.trellisrec.pipeline;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.HeldOut.CandidateRule;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.io.CoreModule;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.NoParams;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.PluginModule;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/** What an experiment of {@link TinyRuns} needs: a splitter, models and a metric. */
final class TinyPlugins extends PluginModule {
  /** These, those of the core, and more. */
  static PluginCatalog and(PluginModule... more) {
    List<PluginModule> modules = new ArrayList<>(List.of(new CoreModule(), new TinyPlugins()));
    modules.addAll(List.of(more));
    return PluginCatalog.of(modules.toArray(new PluginModule[0]));
  }

  @Override
  protected void plugins() {
    recommender("Ticker", Ticker.class, Ticker.Params.class);
    recommender("Fixed", Fixed.class);
    metric("First", First.class);
    splitter("by_item", ByItem.class, ByItem.Params.class);
  }

  /** Learns in one step, and cannot be saved. */
  record Fixed(NoParams params) implements Recommender {
    @Inject
    Fixed {}

    @Override
    public Model fit(TrainingData data, FitContext context) {
      return new Ticker.TickerModel(4);
    }
  }

  record First(NoParams params) implements UserMetric {
    @Inject
    First {}

    @Override
    public PerUser bind(TaskContext task) {
      return new TinyUnit.FirstHit().bind(task);
    }
  }

  /** Holds out what everybody has of one item. */
  record ByItem(Params params) implements Splitter {
    record Params(
        @Param(description = "The item.", min = 0) int item,
        @Param(description = "Who may be recommended.", byDefault = "all")
            CandidateRule candidates) {}

    @Inject
    ByItem {}

    @Override
    public List<Holdout> split(Dataset data, Seed seed) {
      Interactions all = data.interactions();
      Interactions out = all.filter(p -> all.column(p) == params.item());
      Interactions rest = all.filter(p -> all.column(p) != params.item());
      return List.of(new Holdout(rest, HeldOut.warm(out).withCandidates(params.candidates())));
    }
  }
}
