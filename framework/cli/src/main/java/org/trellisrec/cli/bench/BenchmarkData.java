package org.trellisrec.cli.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
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

  /** Fewer cannot be generated. */
  static final int LEAST_ROWS = 4000;

  private final Path folder;
  private final int rows;

  BenchmarkData(Path folder, int rows) {
    this.folder = folder;
    this.rows = rows;
  }

  /** Writes a large file in the shape of MovieLens-20M and returns the reader for it. */
  String large() {
    return BenchmarkConfig.rows(write("large", rows));
  }

  /** Writes a tenth of such a file with every user id in quotes and returns the reader for it. */
  String quoted() throws IOException {
    Path quoted = folder.resolve("quoted.tsv");
    try (BufferedReader in = Files.newBufferedReader(write("unquoted", fewer()));
        BufferedWriter out = Files.newBufferedWriter(quoted)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int end = line.indexOf('\t');
        out.append('"').append(line, 0, end).append('"').append(line, end, line.length());
        out.append('\n');
      }
    }
    return BenchmarkConfig.rows(quoted);
  }

  /** Saves a split of a tenth of such a file and returns the reader for it. */
  String saved() throws IOException {
    return BenchmarkConfig.saved(split("saved", write("unsplit", fewer())));
  }

  /** Saves a split of data of this size and returns the reader for its files. */
  String movieLens(int users, int items, int interactions) throws IOException {
    Path splits = split("splits", write("rows", users, items, interactions));
    return BenchmarkConfig.hierarchy(splits.resolve("warm"));
  }

  private int fewer() {
    return Math.max(LEAST_ROWS, rows / 10);
  }

  private Path split(String name, Path file) throws IOException {
    Path yaml = folder.resolve(name + ".split.yml");
    Files.writeString(yaml, BenchmarkConfig.yaml(BenchmarkConfig.rows(file), Workload.ITEMKNN));
    PluginCatalog catalog = PluginCatalog.load();
    ExperimentConfig config = ExperimentLoader.load(yaml, List.of(), catalog);
    SplitData data =
        Experiment.split(
            config,
            catalog,
            new RunOptions(Optional.empty(), config.threads(), Map.of()),
            RunListener.SILENT);
    Path splits = folder.resolve(name);
    SplitFiles.save(splits, data.dataset(), data.splits());
    return splits;
  }

  private Path write(String name, int interactions) {
    int users = Math.max(20, interactions / ROWS_PER_USER);
    return write(name, users, Math.max(400, users / USERS_PER_ITEM), interactions);
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
