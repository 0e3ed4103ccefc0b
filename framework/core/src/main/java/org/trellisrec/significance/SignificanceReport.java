package org.trellisrec.significance;

import java.util.ArrayList;
import java.util.List;

/**
 * What the comparison of all models came to.
 *
 * @param config how it was made
 * @param comparisons tests, by key, test and pair
 * @param intervals bootstrap intervals, empty if none were asked for
 * @param notes what readers of the tables must know: users left out, repetitions averaged, metrics
 *     not tested
 */
public record SignificanceReport(
    SignificanceConfig config,
    List<ComparisonRow> comparisons,
    List<IntervalRow> intervals,
    List<String> notes) {
  /** Keeps its own copies of the lists. */
  public SignificanceReport {
    comparisons = List.copyOf(comparisons);
    intervals = List.copyOf(intervals);
    notes = List.copyOf(notes);
  }

  /** The same with one more note. */
  public SignificanceReport noting(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new SignificanceReport(config, comparisons, intervals, more);
  }

  /** Whether the first configured test was made on this key; without it there can be no star. */
  public boolean tested(SampleKey key) {
    return !deciding(key).isEmpty();
  }

  /**
   * Whether the star is due: {@code best} is significantly better than every one of {@code others},
   * after correction, by the first configured test. False if there is no other model or no test.
   */
  public boolean beatsAll(SampleKey key, String best, List<String> others) {
    List<ComparisonRow> rows = deciding(key);
    return !others.isEmpty()
        && others.stream().allMatch(other -> rows.stream().anyMatch(r -> r.shows(best, other)));
  }

  private List<ComparisonRow> deciding(SampleKey key) {
    return comparisons.stream()
        .filter(row -> row.key().equals(key) && row.test() == config.tests().get(0))
        .toList();
  }
}
