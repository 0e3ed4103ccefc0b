package org.trellisrec.pipeline;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.trellisrec.spi.DivergedException;
import org.trellisrec.spi.InputException;

/**
 * Says in one line why a model failed; the stack trace of an unexpected failure goes to the log.
 */
final class Failure {
  private static final Logger LOG = LogManager.getLogger(Failure.class);

  private Failure() {}

  static String reason(Throwable failure) {
    if (failure instanceof InputException || failure instanceof DivergedException) {
      return failure.getMessage();
    }
    if (failure instanceof OutOfMemoryError) {
      return "out of memory (%s): give the JVM more with TRELLISREC_JAVA_OPTS=-Xmx..., or use fewer threads"
          .formatted(failure.getMessage());
    }
    String message = failure.getMessage();
    return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  static String describe(String model, Trial trial, Throwable failure) {
    LOG.debug("{} failed in trial {}", model, trial.number(), failure);
    return "%s failed in trial %d %s: %s"
        .formatted(model, trial.number(), trial.parameters(), reason(failure));
  }
}
