package org.trellisrec.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.config.bind.Plain;
import org.trellisrec.config.search.SearchSpace;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.Recommender;

/**
 * One entry of {@code models}.
 *
 * @param name its name in the results, unique in the experiment and fit for file names
 * @param at where it and its keys are configured
 * @param plugin the recommender
 * @param fixed parameters with one value, by key, as plain objects; defaults are filled in but,
 *     where anything is searched, for those that depend on other parameters
 * @param space parameters to search
 * @param meta how it is run
 * @param earlyStopping when its training stops early
 */
public record ModelConfig(
    String name,
    Places at,
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
    return new Choices("models." + name, plugin.params(), fixed, space).bind(assignment);
  }

  /**
   * All parameters of one trial by key, as plain objects, also those that depend on others.
   *
   * @param assignment a value for every path of the search space
   * @throws InputException if these values do not go together
   */
  public Map<String, Object> parameters(Map<String, Object> assignment) {
    return Plain.mapOf(bind(assignment));
  }
}
