package org.trellisrec.report;

import java.util.List;

/**
 * Models by metrics as in a paper: the best value of each metric marked, and the second.
 *
 * @param section protocol, task and cutoff
 * @param metrics the columns
 * @param rows the models, in the order of the run
 * @param caption what the marks mean
 */
public record ResultsTable(Section section, List<Column> metrics, List<Row> rows, String caption) {

  /** Keeps its own copies of the lists. */
  public ResultsTable {
    metrics = List.copyOf(metrics);
    rows = List.copyOf(rows);
  }

  /** True if the numbers of users behind the values differ between metrics. */
  public boolean usersDiffer() {
    return metrics.stream().map(Column::users).distinct().count() > 1;
  }

  /**
   * What one table shows.
   *
   * @param protocol name of the protocol
   * @param task name of the task
   * @param cutoff length of the lists
   */
  public record Section(String protocol, String task, int cutoff) {
    /** A heading for readers. */
    public String title() {
      String where = protocol.equals(task) ? task : protocol + " / " + task;
      return where + ", cutoff " + cutoff;
    }
  }

  /** Which values of a column are better. */
  public enum Direction {
    /** Larger ones. */
    HIGHER,
    /** Smaller ones. */
    LOWER,
    /** Neither: the column is shown without marks. */
    NONE
  }

  /** Place of a value in its column. */
  public enum Mark {
    /** The best, or equal to it. */
    BEST,
    /** The best of those that are worse than the best. */
    SECOND,
    /** Any other. */
    NONE
  }

  /** What is said about the best value in a column. */
  public enum Star {
    /** Significantly better than every other model after correction. */
    SIGNIFICANT,
    /** Tested, and not significantly better than every other model, or not the best. */
    NOT_SIGNIFICANT,
    /** Not tested: there are no values per user, or no test was asked for. */
    NOT_TESTED
  }

  /**
   * One metric.
   *
   * @param metric its label
   * @param direction which values are better
   * @param users number of users behind its values, smallest to largest if models or repetitions
   *     differ
   */
  public record Column(String metric, Direction direction, String users) {}

  /**
   * One value.
   *
   * @param value over folds and repetitions
   * @param mark place in the column
   * @param star what the significance test says
   * @param users number of users behind the value, smallest to largest if repetitions differ
   */
  public record Cell(Spread value, Mark mark, Star star, String users) {}

  /**
   * One model.
   *
   * @param model its label
   * @param finished how many of its folds and seeds did not fail, {@code 2 of 3 folds}; empty if
   *     all
   * @param cells one per metric
   * @param users number of users behind the values, smallest to largest if metrics or repetitions
   *     differ
   */
  public record Row(String model, String finished, List<Cell> cells, String users) {
    /** The model as tables name it. */
    String label() {
      return finished.isEmpty() ? model : model + " (" + finished + ")";
    }
  }
}
