package org.trellisrec.pipeline;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trellisrec.data.TrainingData;
import org.trellisrec.files.AtomicFiles;
import org.trellisrec.spi.EpochDecision;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.RestorableRecommender;
import org.trellisrec.spi.ResumePoint;
import org.trellisrec.spi.SavableModel;
import org.trellisrec.spi.UnusableCheckpointException;
import org.trellisrec.spi.UserBlock;

/**
 * An iterative model whose one weight is drawn anew in every epoch, each from the one before, and
 * which keeps the state of its training. It ranks item 1 first for some of the users, item 2 for
 * the others.
 */
final class Ticker implements RestorableRecommender {
  static final String STATE = "state.txt";

  private final Params params;
  private final IntConsumer beforeReport;

  record Params(
      @Param(description = "Number of epochs.", byDefault = "6", min = 1) int epochs,
      @Param(description = "Start of the draws.", byDefault = "0") int start) {}

  /** State of a training. */
  private record State(int epoch, long weight, int bestEpoch, long bestWeight) {
    String text() {
      return epoch + " " + weight + " " + bestEpoch + " " + bestWeight;
    }

    static State parse(String text) {
      List<Long> parts =
          Stream.of(text.strip().split(" ", -1)).map(Long::parseLong).collect(Collectors.toList());
      return new State(
          parts.get(0).intValue(), parts.get(1), parts.get(2).intValue(), parts.get(3));
    }
  }

  record TickerModel(long weight) implements SavableModel {
    @Override
    public void score(UserBlock users, float[][] scores) {
      for (int row = 0; row < users.size(); row++) {
        boolean first = users.user(row) < Math.floorMod(weight, 9);
        scores[row][1] = first ? 2 : 1;
        scores[row][2] = first ? 1 : 2;
      }
    }

    @Override
    public Map<String, Long> parameterCounts() {
      return Map.of("weight", 1L);
    }

    @Override
    public void save(Path folder) throws IOException {
      Files.writeString(folder.resolve("weight.txt"), Long.toString(weight));
    }
  }

  @Inject
  Ticker(Params params) {
    this(params, epoch -> {});
  }

  /** A ticker that calls {@code beforeReport} between training an epoch and reporting it. */
  Ticker(Params params, IntConsumer beforeReport) {
    this.params = params;
    this.beforeReport = beforeReport;
  }

  @Override
  public SavableModel fit(TrainingData data, FitContext context) {
    State state = begin(context);
    boolean stop = false;
    if (state.epoch() > 0) {
      ResumePoint point = context.resumeAfter(state.epoch());
      if (point.bestEpoch() != state.bestEpoch()) {
        throw new UnusableCheckpointException("the best weights are missing");
      }
      stop = point.stop();
    }
    while (!stop && state.epoch() < params.epochs()) {
      int epoch = state.epoch() + 1;
      long weight = state.weight() * 6364136223846793005L + 1442695040888963407L;
      beforeReport.accept(epoch);
      EpochDecision decision =
          context.afterEpoch(epoch, 1.0 / epoch, new TickerModel(weight >>> 33));
      state =
          decision.best()
              ? new State(epoch, weight, epoch, weight >>> 33)
              : new State(epoch, weight, state.bestEpoch(), state.bestWeight());
      keep(context, state);
      stop = decision.stop();
    }
    return new TickerModel(state.bestEpoch() == 0 ? state.weight() >>> 33 : state.bestWeight());
  }

  private State begin(FitContext context) {
    State fresh = new State(0, context.seed().value() + params.start(), 0, 0);
    return context
        .checkpoints()
        .map(folder -> folder.resolve(STATE))
        .filter(Files::exists)
        .map(file -> State.parse(read(file)))
        .orElse(fresh);
  }

  private static void keep(FitContext context, State state) {
    context
        .checkpoints()
        .ifPresent(
            folder -> {
              try {
                AtomicFiles.write(folder.resolve(STATE), state.text());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  @Override
  public SavableModel restore(Path folder, TrainingData data, FitContext context) {
    try {
      return new TickerModel(Long.parseLong(read(folder.resolve("weight.txt"))));
    } catch (NumberFormatException e) {
      throw new InputException("%s is damaged", folder.resolve("weight.txt"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
