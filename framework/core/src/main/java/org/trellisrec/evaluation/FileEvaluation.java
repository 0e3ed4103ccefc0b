package org.trellisrec.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
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
   * @param byDefault metrics that nobody asked for by name; of cut lists, those that need the full
   *     ranking are left out
   * @param asked metrics that are measured in any case
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
      List<NamedMetric> byDefault,
      List<NamedMetric> asked,
      int[] cutoffs,
      double threshold,
      Convention convention,
      Mask mask,
      int threads) {
    /** Checks what can be checked before files are read. */
    public Request {
      byDefault = List.copyOf(byDefault);
      asked = List.copyOf(asked);
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
   * @param notes takes what was repaired or passed over, with counts, and what cut lists cannot
   *     tell
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
    ListLengths lengths = ListLengths.of(lists, context);
    tellOfCutoffs(request, lengths, notes);
    List<NamedMetric> metrics = metrics(request, lengths, notes);
    Evaluation evaluation =
        new Evaluator(request.threads(), false)
            .evaluate(lists, context, metrics, request.cutoffs());
    MetricNotes.of(metrics, List.of(context)).forEach(notes);
    if (evaluation.usersWithoutList() > 0) {
      notes.accept(
          "users to be evaluated who have no list: %d of %d"
              .formatted(evaluation.usersWithoutList(), evaluation.users().length));
    }
    return evaluation;
  }

  private static void tellOfCutoffs(Request request, ListLengths lengths, Consumer<String> notes) {
    List<String> beyond =
        Arrays.stream(request.cutoffs())
            .filter(cutoff -> cutoff > lengths.longest())
            .mapToObj(Integer::toString)
            .toList();
    if (!beyond.isEmpty() && lengths.longest() < lengths.possible()) {
      notes.accept(
          "%s: no list reaches cutoff %s: the longest has %d items, where %d could be shown"
              .formatted(
                  request.recommendations(),
                  String.join(", ", beyond),
                  lengths.longest(),
                  lengths.possible()));
    }
  }

  /** What is measured of these lists, those by default first. */
  private static List<NamedMetric> metrics(
      Request request, ListLengths lengths, Consumer<String> notes) {
    List<NamedMetric> metrics = new ArrayList<>(request.byDefault());
    if (lengths.cut() > 0) {
      List<NamedMetric> left =
          request.byDefault().stream().filter(NamedMetric::needsPlaces).toList();
      metrics.removeAll(left);
      if (!left.isEmpty()) {
        notes.accept(
            "%s: metrics left out because %s: %s; name them with --metrics to have them of the lists as they"
                    .formatted(
                        request.recommendations(), lengths.cutText(), NamedMetric.labels(left))
                + " are");
      }
      List<NamedMetric> told = request.asked().stream().filter(NamedMetric::needsPlaces).toList();
      if (!told.isEmpty()) {
        notes.accept("%s: %s".formatted(request.recommendations(), lengths.warning(told)));
      }
    }
    metrics.addAll(request.asked());
    return metrics;
  }
}
