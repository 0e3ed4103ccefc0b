package org.trellisrec.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.TaskContext;

/**
 * Measures ranked lists: one pass over the users, in which every metric at every cutoff reads the
 * same list.
 *
 * <p>Whose lists count follows the convention:
 *
 * <ul>
 *   <li>{@code standard}: every user of the task; a user without a list counts as one whose list is
 *       empty.
 *   <li>{@code elliot}: users with a list of at least one item.
 *   <li>{@code recbole}: at cutoff k, users with a list of at least k items. RecBole itself would
 *       fill shorter lists with arbitrary items or with its padding item. A metric that needs the
 *       full ranking, of which the cutoff takes nothing away, counts users with a list of at least
 *       one item.
 * </ul>
 *
 * <p>Users are cut into parts whose number depends on the number of users only; parts are added up
 * in order, so values do not depend on the number of threads.
 *
 * @param threads number of parts in work at once, at least 1
 * @param keepUserValues true to keep the values per user (8 bytes per user, metric and cutoff: on
 *     the heap up to 64 MB, otherwise in a temporary file)
 */
public record Evaluator(int threads, boolean keepUserValues) {
  private static final int MAX_PARTS = 32;
  private static final int USERS_PER_PART = 256;

  /** An evaluator that keeps the values per user. */
  public Evaluator(int threads) {
    this(threads, true);
  }

  /**
   * Measures lists.
   *
   * @param lists lists of at least the largest cutoff where there are enough candidates
   * @param context task, threshold and convention
   * @param metrics what to measure
   * @param cutoffs at least 1 each
   * @throws IllegalArgumentException if a cutoff is below 1 or beyond the depth of the lists, or if
   *     a metric needs the full ranking and the lists do not have it
   * @throws org.trellisrec.spi.InputException if a metric lacks something or is infinite, or two
   *     give values of one name, naming them
   */
  public Evaluation evaluate(
      Recommendations lists, TaskContext context, List<NamedMetric> metrics, int[] cutoffs) {
    check(lists, metrics, cutoffs);
    List<MetricColumn> columns = MetricColumn.of(metrics, context, cutoffs, keepUserValues);
    int[] users = context.task().users();
    int parts = Math.max(1, Math.min(MAX_PARTS, users.length / USERS_PER_PART));
    Part total = new Part(columns);
    Parallel.inOrder(
        parts,
        threads,
        part -> {
          int from = (int) ((long) users.length * part / parts);
          int to = (int) ((long) users.length * (part + 1) / parts);
          Part own = new Part(columns);
          own.run(new ListView(context, lists, max(cutoffs)), context.convention(), from, to);
          return own;
        },
        total::merge);
    return total.evaluation(users);
  }

  /**
   * Refuses a task that a metric cannot be taken on, or on which two give values of one name,
   * before there is anything to measure. Names that depend on lists are checked only with these.
   *
   * @throws org.trellisrec.spi.InputException naming the metric and what it lacks, or the two
   * @throws IllegalStateException naming a metric that can be taken on no lists whatever
   */
  public static void requireMeasurable(List<NamedMetric> metrics, TaskContext context) {
    ResultNames names = new ResultNames();
    for (MetricColumn column : MetricColumn.of(metrics, context, new int[] {1}, false)) {
      names.add(column, column.namesWithoutLists());
    }
  }

  private static int max(int[] cutoffs) {
    return Arrays.stream(cutoffs).max().orElse(0);
  }

  private static void check(Recommendations lists, List<NamedMetric> metrics, int[] cutoffs) {
    for (int cutoff : cutoffs) {
      if (cutoff < 1 || cutoff > lists.depth()) {
        throw new IllegalArgumentException(
            "cutoff %d is not between 1 and the depth %d of the lists"
                .formatted(cutoff, lists.depth()));
      }
    }
    boolean ranked = lists.places().isPresent() || lists.depth() == Recommendations.WHOLE;
    for (NamedMetric named : metrics) {
      if (!ranked && named.needsPlaces()) {
        throw new IllegalArgumentException(
            "%s needs the places of all relevant items, which were not asked of the ranker"
                .formatted(named.label()));
      }
    }
  }

  /** The tallies of one part of the users. */
  private static final class Part {
    private final List<MetricColumn> columns;
    private final List<MetricColumn.Tally> tallies;
    private int withoutList;

    Part(List<MetricColumn> columns) {
      this.columns = columns;
      this.tallies = columns.stream().map(MetricColumn::tally).toList();
    }

    void run(ListView view, Convention convention, int from, int to) {
      for (int row = from; row < to; row++) {
        add(view, convention, row);
      }
    }

    private void add(ListView view, Convention convention, int row) {
      view.load(row);
      withoutList += view.uncutSize() == 0 ? 1 : 0;
      for (int i = 0; i < columns.size(); i++) {
        MetricColumn column = columns.get(i);
        if (counts(convention, view.uncutSize(), column)) {
          view.cut(column.cutoff());
          tallies.get(i).add(row, view);
        }
      }
    }

    private static boolean counts(Convention convention, int size, MetricColumn column) {
      return switch (convention) {
        case STANDARD -> true;
        case ELLIOT -> size > 0;
        case RECBOLE -> size >= (column.ofFullRanking() ? 1 : column.cutoff());
      };
    }

    void merge(Part other) {
      withoutList += other.withoutList;
      for (int i = 0; i < tallies.size(); i++) {
        tallies.get(i).merge(other.tallies.get(i));
      }
    }

    Evaluation evaluation(int[] users) {
      List<Evaluation.Row> rows = new ArrayList<>();
      List<Evaluation.UserValues> values = new ArrayList<>();
      ResultNames names = new ResultNames();
      for (int i = 0; i < columns.size(); i++) {
        List<Evaluation.Row> results = tallies.get(i).results();
        names.add(columns.get(i), results.stream().map(Evaluation.Row::metric).toList());
        rows.addAll(results);
        values.addAll(columns.get(i).userValues());
      }
      return new Evaluation(rows, values, users.clone(), withoutList);
    }
  }
}
