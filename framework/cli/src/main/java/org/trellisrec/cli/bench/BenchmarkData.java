package org.trellisrec.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.ExperimentLoader;
import org.trellisrec.config.Params;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Split;
import org.trellisrec.generate.DatasetWriter;
import org.trellisrec.generate.Generated;
import org.trellisrec.generate.Generator;
import org.trellisrec.pipeline.Experiment;
import org.trellisrec.pipeline.RunListener;
import org.trellisrec.pipeline.RunOptions;
import org.trellisrec.pipeline.SplitData;
import org.trellisrec.pipeline.SplitFiles;
import org.trellisrec.spi.Seed;

/** Generates the data that are not given, with sizes that are known from public data sets. */
final class BenchmarkData {
  /** Interactions per user and users per item of MovieLens-20M. */
  private static final int ROWS_PER_USER = 144;

  private static final int USERS_PER_ITEM = 5;

  private final Path folder;
  private final int rows;

  BenchmarkData(Path folder, int rows) {
    this.folder = folder;
    this.rows = rows;
  }

  /** Writes a large file in the shape of MovieLens-20M and returns the reader for it. */
  String large() {
    int users = Math.max(20, rows / ROWS_PER_USER);
    int items = Math.max(400, users / USERS_PER_ITEM);
    return BenchmarkConfig.rows(write("large", users, items, rows));
  }

  /** Writes data of this size with a 70/10/20 split and returns the reader for them. */
  String split(int users, int items, int interactions) throws IOException {
    Path file = write("rows", users, items, interactions);
    Path yaml = folder.resolve("split.yml");
    Files.writeString(yaml, BenchmarkConfig.yaml(BenchmarkConfig.rows(file), Workload.ITEMKNN));
    PluginCatalog catalog = PluginCatalog.load();
    ExperimentConfig config = ExperimentLoader.load(yaml, List.of(), catalog);
    SplitData data =
        Experiment.split(
            config,
            catalog,
            new RunOptions(Optional.empty(), config.threads(), Map.of()),
            RunListener.SILENT);
    Path splits = folder.resolve("splits");
    SplitFiles.save(splits, data.dataset(), data.splits());
    Split split = data.splits().get(0);
    return BenchmarkConfig.fixed(splits.resolve(split.protocol()).resolve(split.fold()));
  }

  private Path write(String name, int users, int items, int interactions) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("users", users);
    values.put("items", items);
    values.put("interactions", interactions);
    values.put("modalities", false);
    Generated.Params params = Params.of(Generated.Params.class, values);
    Dataset data = Generator.generate(params, new Seed(params.seed()));
    DatasetWriter.write(data, folder.resolve(name));
    return folder.resolve(name).resolve("interactions.tsv");
  }
}
