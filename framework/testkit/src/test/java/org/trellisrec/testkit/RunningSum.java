package org.trellisrec.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.EpochDecision;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.ResumePoint;
import org.trellisrec.spi.UnusableCheckpointException;

/**
 * Adds a random number in each of five epochs, and keeps what it takes to go on; or forgets to keep
 * some of it.
 *
 * @param flaw what is wrong with it
 */
record RunningSum(Flaw flaw) implements Recommender {
  private static final String STATE = "state.txt";
  private static final int EPOCHS = 5;

  enum Flaw {
    NONE,
    /** The state of the generator is not kept: it starts again. */
    GENERATOR_STARTS_AGAIN,
    /** The state is kept before the end of the epoch is reported. */
    KEEPS_TOO_EARLY,
    /** The best weights are not kept: the last ones take their place. */
    BEST_WEIGHTS_LOST,
    /** Whatever lies in the folder is believed. */
    BELIEVES_DAMAGED_STATE,
    /** A refusal does not say which file is damaged. */
    NAMES_NO_FILE,
    /** The state after the last epoch is not recognised. */
    TRAINS_ON_AFTER_THE_END
  }

  private record State(int epoch, double sum, int bestEpoch, double bestSum) {
    String text() {
      return String.join(" ", "" + epoch, "" + sum, "" + bestEpoch, "" + bestSum, "end");
    }
  }

  @Override
  public Model fit(TrainingData data, FitContext context) {
    State state = begin(context);
    boolean stop = false;
    if (state.epoch() > 0) {
      ResumePoint point = context.resumeAfter(state.epoch());
      stop = point.stop() && flaw != Flaw.TRAINS_ON_AFTER_THE_END;
    }
    UniformRandomProvider random = context.seed().rng();
    for (int epoch = 0; epoch < state.epoch() && flaw != Flaw.GENERATOR_STARTS_AGAIN; epoch++) {
      random.nextDouble();
    }
    while (!stop && state.epoch() < EPOCHS) {
      State next = epoch(state, random.nextDouble());
      if (flaw == Flaw.KEEPS_TOO_EARLY) {
        keep(context, next);
      }
      EpochDecision decision = context.afterEpoch(next.epoch(), next.sum(), model(next.sum()));
      state =
          decision.best() ? new State(next.epoch(), next.sum(), next.epoch(), next.sum()) : next;
      keep(context, state);
      stop = decision.stop();
    }
    return model(state.bestEpoch() == 0 ? state.sum() : state.bestSum());
  }

  private static State epoch(State state, double step) {
    return new State(state.epoch() + 1, state.sum() + step, state.bestEpoch(), state.bestSum());
  }

  private static Model model(double sum) {
    return (users, scores) -> {
      for (float[] row : scores) {
        for (int item = 0; item < row.length; item++) {
          row[item] = (float) (sum * (item + 1));
        }
      }
    };
  }

  private State begin(FitContext context) {
    return context
        .checkpoints()
        .map(folder -> folder.resolve(STATE))
        .filter(Files::exists)
        .map(this::read)
        .orElse(new State(0, 0, 0, 0));
  }

  private State read(Path file) {
    try {
      List<String> words = List.of(Files.readString(file).split(" ", -1));
      if (!words.get(words.size() - 1).equals("end")) {
        if (flaw == Flaw.BELIEVES_DAMAGED_STATE) {
          return new State(2, 0, 0, 0);
        }
        throw new UnusableCheckpointException(
            (flaw == Flaw.NAMES_NO_FILE ? "the state" : file) + " is cut short");
      }
      double best = Double.parseDouble(words.get(flaw == Flaw.BEST_WEIGHTS_LOST ? 1 : 3));
      return new State(
          Integer.parseInt(words.get(0)),
          Double.parseDouble(words.get(1)),
          Integer.parseInt(words.get(2)),
          best);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keep(FitContext context, State state) {
    if (context.checkpoints().isEmpty()) {
      return;
    }
    Path file = context.checkpoints().get().resolve(STATE);
    Path draft = file.resolveSibling("draft.txt");
    try {
      Files.writeString(draft, state.text());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
