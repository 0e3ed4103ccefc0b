package org.trellisrec.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.trellisrec.config.search.SearchSpace;

/**
 * The parameters that the trials of a model choose from.
 *
 * @param model what messages call the model
 * @param params the type of the parameters
 * @param fixed parameters with one value, by key, as plain objects
 * @param space parameters to search
 */
record Choices(
    String model, Class<? extends Record> params, Map<String, Object> fixed, SearchSpace space) {
  /** The parameters of one trial, see {@link ModelConfig#bind}. */
  Record bind(Map<String, Object> assignment) {
    Map<String, Object> values = new LinkedHashMap<>(fixed);
    assignment.forEach((path, value) -> DottedPaths.put(values, path, value));
    return Params.of(params, values, model);
  }
}
