package org.trellisrec.config;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.NoParams;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.PluginModule;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.SideInformationReader;
import org.trellisrec.spi.Splitter;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/** Plugins that only have parameters, for the tests of the language. */
@SuppressWarnings("SameNameButDifferent")
final class SamplePlugins extends PluginModule {
  @Override
  protected void plugins() {
    recommender("ItemKNN", Neighbours.class, Neighbours.Params.class, "KNN");
    recommender("MostPop", MostPop.class, MostPop.Params.class);
    metric("nDCG", Zero.class);
    metric("Recall", Zero.class);
    metric("DSC", Beta.class, Beta.Params.class);
    splitter("random_subsampling", Hold.class, Hold.Params.class);
    splitter("item_cold", ItemCold.class, Hold.Params.class);
    splitter("last_session", Session.class, Hold.Params.class);
    prefilter("user_k_core", Core.class, Core.Params.class);
    reader("dataset", Reader.class, Reader.Params.class);
    sideInformation("labels", Labels.class, Labels.Params.class, "ItemAttributes");
  }

  enum Similarity {
    COSINE,
    JACCARD
  }

  @Summary(value = "Scores by the nearest items.", source = "Nobody, 2000")
  record Neighbours(Params params) implements Recommender {
    record Params(
        @Param(
                description = "Number of neighbours.",
                byDefault = "40",
                min = 1,
                aliases = {"neighbours", "k"})
            int neighbors,
        @Param(description = "Similarity of two items.", byDefault = "cosine")
            Similarity similarity,
        @Param(description = "Shrinkage.", byDefault = "0", min = 0, max = 1000) double shrink,
        @Param(description = "Layer widths.", byDefault = "[64, 32]", min = 1) List<Integer> layers,
        @Param(description = "Weights of rows.", byDefault = Param.OPTIONAL) String rowWeights) {
      Params {
        if (similarity == Similarity.JACCARD && shrink > 100) {
          throw new InputException("jaccard needs a shrink of at most 100");
        }
      }
    }

    @Inject
    Neighbours {}

    @Override
    public Model fit(TrainingData data, FitContext context) {
      throw new AssertionError("never fitted");
    }
  }

  record MostPop(Params params) implements Recommender {
    record Params(@Param(description = "Breaks it.", byDefault = "false") boolean broken) {}

    @Inject
    MostPop {
      if (params.broken()) {
        throw new InputException("MostPop cannot be broken");
      }
    }

    @Override
    public Model fit(TrainingData data, FitContext context) {
      throw new AssertionError("never fitted");
    }
  }

  record Zero(NoParams params) implements UserMetric {
    @Inject
    Zero {}

    @Override
    public PerUser bind(TaskContext task) {
      return list -> 0;
    }
  }

  record Beta(Params params) implements UserMetric {
    record Params(@Param(description = "Weight of the second.", byDefault = "1") double beta) {}

    @Inject
    Beta {}

    @Override
    public PerUser bind(TaskContext task) {
      return list -> 0;
    }
  }

  record Hold(Params params) implements Splitter {
    record Params(
        @Param(description = "Share held out.", byDefault = Param.OPTIONAL, min = 0, max = 1)
            Double testRatio,
        @Param(description = "Rows held out.", byDefault = Param.OPTIONAL, min = 1)
            Integer leaveNOut,
        @Param(description = "Number of draws.", byDefault = "1", min = 1) int folds) {
      Params {
        if ((testRatio == null) == (leaveNOut == null)) {
          throw new InputException("give either test_ratio or leave_n_out");
        }
      }
    }

    @Inject
    Hold {}

    @Override
    public List<Holdout> split(Dataset data, Seed seed) {
      return List.of();
    }
  }

  record ItemCold(Hold.Params params) implements Splitter {
    @Inject
    ItemCold {}

    @Override
    public String task() {
      return "item_cold";
    }

    @Override
    public List<Holdout> split(Dataset data, Seed seed) {
      return List.of();
    }
  }

  record Session(Hold.Params params) implements Splitter {
    @Inject
    Session {
      if (params.folds() > 1) {
        throw new InputException("there is one last session only");
      }
    }

    @Override
    public String task() {
      return "session";
    }

    @Override
    public List<Holdout> split(Dataset data, Seed seed) {
      return List.of();
    }
  }

  record Core(Params params) implements Prefilter {
    record Params(@Param(description = "Least number of rows.", min = 1) int core) {}

    @Inject
    Core {}

    @Override
    public Interactions apply(Dataset data) {
      return data.interactions();
    }
  }

  record Reader(Params params) implements DatasetReader {
    record Params(
        @Param(description = "The file.") Path datasetPath,
        @Param(description = "Folder of the file.", byDefault = Param.OPTIONAL) Path root,
        @Param(description = "True if the first line names columns.", byDefault = "false")
            boolean header) {}

    @Inject
    Reader {}

    @Override
    public LoadedData read(ReadContext context) {
      throw new AssertionError("never read");
    }
  }

  record Labels(Params params) implements SideInformationReader {
    record Params(
        @Param(description = "The file.", aliases = "attribute_file") Path path,
        @Param(description = "Name of the modality.", byDefault = "labels") String name) {}

    @Inject
    Labels {}

    @Override
    public Map<String, Modality> read(Vocabulary ids, ReadContext context) {
      throw new AssertionError("never read");
    }
  }
}
