package org.trellisrec.pipeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.ResolvedYaml;
import org.trellisrec.spi.InputException;

/**
 * The file of a configuration.
 *
 * @param path where it is
 * @param resolved what it says, with every default filled in
 * @param measuring the part of it that measured values depend on
 * @param shared what of that part holds for every model, by key
 * @param comparison the part of it that says how they are compared
 */
record ConfigFile(
    Path path, String resolved, String measuring, Map<String, String> shared, String comparison) {
  static ConfigFile of(ExperimentConfig config) {
    return new ConfigFile(
        config.file(),
        ResolvedYaml.write(config),
        ResolvedYaml.measuring(config),
        ResolvedYaml.shared(config),
        ResolvedYaml.comparison(config));
  }

  /** What runs of it are called. */
  String name() {
    return path.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }

  /**
   * Does what the configuration asks for.
   *
   * @throws InputException naming the file, if something is wrong with what it asks for
   */
  <T> T perform(Supplier<T> work) {
    try {
      return work.get();
    } catch (InputException e) {
      throw new InputException("%s: %s", path, e.getMessage());
    }
  }
}
