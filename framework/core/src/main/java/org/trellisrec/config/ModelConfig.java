package org.trellisrec.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.config.search.SearchSpace;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.Recommender;

/**
 * One entry of {@code models}.
 *
 * @param name its name in the results, unique in the experiment and fit for file names
 * @param plugin the recommender
 * @param fixed parameters with one value, by key, as plain objects; defaults are filled in
 * @param space parameters to search
 * @param meta how it is run
 * @param earlyStopping when its training stops early
 */
public record ModelConfig(
    String name,
    Plugin<Recommender> plugin,
    Map<String, Object> fixed,
    SearchSpace space,
    ModelMeta meta,
    Optional<EarlyStoppingConfig> earlyStopping) {

  /** Keeps its own copy. */
  public ModelConfig {
    fixed = Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
  }

  /**
   * The parameters of one trial.
   *
   * @param assignment a value for every path of the search space
   * @throws InputException if these values do not go together
   */
  public Record bind(Map<String, Object> assignment) {
    Map<String, Object> values = new LinkedHashMap<>(fixed);
    assignment.forEach((path, value) -> put(values, path, value));
    return Params.of(plugin.params(), values, "models." + name);
  }

  private static void put(Map<String, Object> values, String path, Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      values.put(path, value);
      return;
    }
    Map<String, Object> group = new LinkedHashMap<>();
    if (values.get(path.substring(0, dot)) instanceof Map<?, ?> old) {
      old.forEach((key, inner) -> group.put(key.toString(), inner));
    }
    put(group, path.substring(dot + 1), value);
    values.put(path.substring(0, dot), group);
  }
}
