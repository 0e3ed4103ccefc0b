package org.trellisrec.pipeline;

import java.util.Arrays;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.trellisrec.spi.DivergedException;
import org.trellisrec.spi.InputException;

/**
 * Says in one line why a model or an analysis failed; the stack trace of an unexpected failure goes
 * to the log.
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
    return failure.getClass().getSimpleName()
        + (message == null ? "" : ": " + message)
        + place(failure).map(" (at %s; --verbose shows more)"::formatted).orElse("");
  }

  /** The first line outside the JDK and TensorFlow of what failed first. */
  private static Optional<StackTraceElement> place(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return Arrays.stream(first.getStackTrace())
        .filter(
            frame ->
                !frame
                    .getClassName()
                    .matches("(java|jdk|sun|org\\.tensorflow|org\\.bytedeco)\\..*"))
        .findFirst();
  }

  static String describe(String model, Trial trial, Throwable failure) {
    return describe(
        "%s failed in trial %d %s".formatted(model, trial.number(), trial.parameters()), failure);
  }

  /** What failed, and why. */
  static String describe(String what, Throwable failure) {
    LOG.debug("{}", what, failure);
    return what + ": " + reason(failure);
  }
}
