package org.trellisrec.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.trellisrec.spi.EpochDecision;

/**
 * Tells the user how a training goes: a line for its first and last epoch, and in between at most
 * one every two seconds.
 */
final class EpochLines implements EpochSink {
  private static final long INTERVAL_NANOS = 2_000_000_000L;

  private final String training;
  private final ModelPlan plan;
  private final Consumer<String> out;
  private final LongSupplier nanoTime;
  private boolean begun;
  private long shownAt;
  private String untold = "";

  /**
   * Lines about one training.
   *
   * @param training what lines begin with
   * @param nanoTime the clock
   */
  EpochLines(String training, ModelPlan plan, Consumer<String> out, LongSupplier nanoTime) {
    this.training = training;
    this.plan = plan;
    this.out = out;
    this.nanoTime = nanoTime;
  }

  @Override
  public void resumed(List<EpochRecord> epochs) {
    out.accept("%s: taken up after epoch %d".formatted(training, epochs.size()));
  }

  @Override
  public void ended(EpochRecord epoch, EpochDecision decision) {
    long now = nanoTime.getAsLong();
    String line = line(epoch, decision);
    if (!begun || decision.stop() || now - shownAt >= INTERVAL_NANOS) {
      out.accept(line);
      begun = true;
      shownAt = now;
      untold = "";
    } else {
      untold = line;
    }
  }

  /** The training is over: tells of the last epoch if that has not been done. */
  void close() {
    if (!untold.isEmpty()) {
      out.accept(untold);
      untold = "";
    }
  }

  private String line(EpochRecord epoch, EpochDecision decision) {
    String values =
        epoch.watched(plan).entrySet().stream()
            .filter(value -> value.getValue().users() > 0)
            .map(value -> format(", %s %.5f", value.getKey(), value.getValue().value()))
            .collect(Collectors.joining());
    String mark = decision.stop() ? ", stopping" : decision.best() ? ", best so far" : "";
    return format("%s: epoch %d, loss %.6g", training, epoch.epoch(), epoch.loss())
        + values
        + format(" (%.1f s)%s", epoch.wallSeconds(), mark);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
