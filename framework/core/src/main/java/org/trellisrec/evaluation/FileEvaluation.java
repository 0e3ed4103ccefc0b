package org.trellisrec.evaluation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.TaskContext;

/**
 * Measures a recommendation file made by any tool: what {@code trellisrec evaluate} does.
 *
 * <p>The lists are taken as they stand unless a mask is asked for. Users follow the convention:
 * {@code elliot} serves users with a training row and a test row and counts training items as
 * candidates; {@code standard} and {@code recbole} serve every user with a test row and count every
 * item of the files. Training items count as never shown, also without a mask, and validation items
 * if they are masked. See {@link Evaluator} for users without a list or with a short one.
 */
public final class FileEvaluation {
  private FileEvaluation() {}

  /**
   * What to measure. All files are rows between tabs without header.
   *
   * @param train training rows: user, item, optionally rating and timestamp
   * @param validation validation rows, or null
   * @param test test rows
   * @param recommendations rows of user, item and score; see {@link org.trellisrec.input.ListFile}
   * @param metrics what to measure
   * @param cutoffs at least 1 each
   * @param threshold a test row is relevant if its rating is at least this
   * @param convention whose definitions hold
   * @param mask which known items to take out of the lists first
   * @param threads at least 1
   */
  public record Request(
      Path train,
      Path validation,
      Path test,
      Path recommendations,
      List<NamedMetric> metrics,
      int[] cutoffs,
      double threshold,
      Convention convention,
      Mask mask,
      int threads) {
    /** Checks what can be checked before files are read. */
    public Request {
      metrics = List.copyOf(metrics);
      if (!Double.isFinite(threshold)) {
        throw new InputException("the threshold %s must be a finite number", threshold);
      }
      if (Arrays.stream(cutoffs).distinct().count() < cutoffs.length) {
        throw new InputException("the cutoffs %s hold a number twice", Arrays.toString(cutoffs));
      }
      for (int cutoff : cutoffs) {
        if (cutoff < 1) {
          throw new InputException("the cutoff %d must be at least 1", cutoff);
        }
      }
      if (mask == Mask.TRAIN_AND_VALIDATION && validation == null) {
        throw new InputException(
            "the mask train_and_validation needs the validation file; give --validation");
      }
    }
  }

  /**
   * Measures the file. Values per user are not kept, so that memory stays small.
   *
   * @param notes takes what was repaired or passed over, with counts
   * @throws InputException naming file and line if a file is wrong, or if nothing is relevant
   */
  public static Evaluation run(Request request, Consumer<String> notes) {
    EvaluationFiles files = EvaluationFiles.read(request, notes);
    TaskContext context = files.context(request.convention(), request.threshold());
    if (context.task().users().length == 0) {
      throw new InputException(
          "no user of %s is to be evaluated: none has a row in %s",
          request.test(), request.train());
    }
    if (!context.task().hasRelevant(request.threshold())) {
      throw new InputException(
          "the threshold is %s, but no row of %s of a user who is to be evaluated is rated that high;"
              + " give a lower --threshold",
          request.threshold(), request.test());
    }
    Recommendations lists = files.lists(context, notes);
    Evaluation evaluation =
        new Evaluator(request.threads(), false)
            .evaluate(lists, context, request.metrics(), request.cutoffs());
    if (evaluation.usersWithoutList() > 0) {
      notes.accept(
          "users to be evaluated who have no list: %d of %d"
              .formatted(evaluation.usersWithoutList(), evaluation.users().length));
    }
    return evaluation;
  }
}
