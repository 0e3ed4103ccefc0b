package org.trellisrec.config.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The ways to write a domain with a word in front.
 *
 * <p>Ours are keys of a map; Elliot's, which are those of hyperopt, are the first element of a
 * list. The bounds of Elliot's log-uniform distributions are natural logarithms, ours are the
 * bounds themselves.
 */
enum Family {
  CHOICE("choice", "choice", null, false),
  UNIFORM("uniform", "uniform", Distribution.UNIFORM, false),
  LOG_UNIFORM("log_uniform", null, Distribution.LOG_UNIFORM, false),
  NORMAL("normal", "normal", Distribution.NORMAL, false),
  LOG_NORMAL("log_normal", "lognormal", Distribution.LOG_NORMAL, false),
  INT("int", "uniformint", Distribution.INTEGER, false),
  QUANTIZED_UNIFORM("quantized_uniform", "quniform", Distribution.UNIFORM, true),
  QUANTIZED_LOG_UNIFORM("quantized_log_uniform", null, Distribution.LOG_UNIFORM, true),
  QUANTIZED_NORMAL("quantized_normal", "qnormal", Distribution.NORMAL, true),
  QUANTIZED_LOG_NORMAL("quantized_log_normal", "qlognormal", Distribution.LOG_NORMAL, true),
  ELLIOT_LOG_UNIFORM(null, "loguniform", Distribution.LOG_UNIFORM, false),
  ELLIOT_QUANTIZED_LOG_UNIFORM(null, "qloguniform", Distribution.LOG_UNIFORM, true),
  ELLIOT_RANDINT(null, "randint", Distribution.INTEGER, false);

  private final String key;
  private final String elliot;
  private final Distribution distribution;
  private final boolean quantized;

  Family(String key, String elliot, Distribution distribution, boolean quantized) {
    this.key = key;
    this.elliot = elliot;
    this.distribution = distribution;
    this.quantized = quantized;
  }

  static Optional<Family> ofKey(String key) {
    return Arrays.stream(values()).filter(f -> key.equals(f.key)).findFirst();
  }

  static Optional<Family> ofElliot(String word) {
    return Arrays.stream(values()).filter(f -> word.equals(f.elliot)).findFirst();
  }

  /** The keys of the map form. */
  static List<String> keys() {
    return Arrays.stream(values()).map(f -> f.key).filter(k -> k != null).toList();
  }

  Distribution distribution() {
    return distribution;
  }

  boolean isQuantized() {
    return quantized;
  }

  /** True if the bounds are natural logarithms. */
  boolean isNaturalLog() {
    return this == ELLIOT_LOG_UNIFORM || this == ELLIOT_QUANTIZED_LOG_UNIFORM;
  }

  /** What the list must hold. */
  String expected() {
    if (this == ELLIOT_RANDINT) {
      return "[upper] or [lower, upper], the upper bound excluded";
    }
    String two = distribution.isBounded() ? "lower, upper" : "mean, standard deviation";
    return "[" + two + (quantized ? ", step]" : "]");
  }
}
