package org.trellisrec.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.trellisrec.config.yaml.Overrides;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.config.yaml.YamlReader;
import org.trellisrec.spi.InputException;

/** Reads an experiment from a YAML file. */
public final class ExperimentLoader {
  private ExperimentLoader() {}

  /**
   * Reads a file, applies the overrides, and checks everything that can be known before data are
   * read.
   *
   * @param file the YAML file; relative paths in it start at its folder
   * @param overrides changes such as {@code experiment.top_k=20}, applied in order; relative paths
   *     in them start at the working directory
   * @param catalog the plugins that the file may name
   * @throws InputException with every problem on a line of its own, sorted by place
   */
  public static ExperimentConfig load(Path file, List<String> overrides, PluginCatalog catalog) {
    return load(file, overrides, catalog, System::getenv, Path.of(""));
  }

  static ExperimentConfig load(
      Path file,
      List<String> overrides,
      PluginCatalog catalog,
      UnaryOperator<String> environment,
      Path workingDirectory) {
    Problems problems = new Problems();
    Optional<YamlNode> tree =
        new YamlReader(problems, environment).read(file, "configuration file");
    Optional<ExperimentConfig> config =
        tree.map(t -> new Overrides(problems, environment, workingDirectory).apply(t, overrides))
            .flatMap(t -> new ExperimentReader(catalog, problems).read(t, file));
    problems.throwIfAny();
    return config.orElseThrow();
  }
}
