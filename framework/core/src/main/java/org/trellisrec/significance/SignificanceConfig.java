package org.trellisrec.significance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.trellisrec.data.EnumWord;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

/**
 * The section {@code significance} of a configuration.
 *
 * @param tests the tests; the first decides the star in result tables
 * @param correction for several tests made together
 * @param family which tests count as made together
 * @param comparison which models are compared
 * @param alpha an adjusted p-value below this is significant, in (0, 1)
 * @param permutations number of resamples of the permutation test
 * @param bootstrap null for no intervals
 */
public record SignificanceConfig(
    @Param(
            description =
                "Tests over per-user values: paired_t, wilcoxon, sign, permutation; the first"
                    + " decides the star in result tables.",
            byDefault = "[paired_t, wilcoxon]")
        List<TestKind> tests,
    @Param(description = "none, bonferroni, holm or benjamini_hochberg.", byDefault = "bonferroni")
        Correction correction,
    @Param(
            description =
                "Tests that are corrected together: per_metric (the comparisons under one metric,"
                    + " cutoff and task) or all.",
            byDefault = "per_metric")
        CorrectionFamily family,
    @Param(
            description = "best_vs_rest (the best model with every other) or all_pairs.",
            byDefault = "best_vs_rest")
        ComparisonScheme comparison,
    @Param(
            description = "A corrected p-value below this is significant.",
            byDefault = "0.05",
            min = 0,
            aboveMin = true,
            max = 0.5)
        double alpha,
    @Param(
            description = "Number of resamples of the permutation test.",
            byDefault = "10000",
            min = 100)
        int permutations,
    @Param(
            description = "Confidence intervals of means and differences; none if left out.",
            byDefault = Param.OPTIONAL)
        BootstrapConfig bootstrap) {

  /** Keeps its own copy of the tests, and refuses a test named twice or nothing to do. */
  public SignificanceConfig {
    tests = List.copyOf(tests);
    if (new HashSet<>(tests).size() < tests.size()) {
      throw new InputException(
          "tests: %s names a test twice; name each at most once",
          tests.stream().map(EnumWord::of).toList());
    }
    if (tests.isEmpty() && bootstrap == null) {
      throw new InputException(
          "there is nothing to do; name at least one of 'tests', or add 'bootstrap'");
    }
  }

  /**
   * What Elliot's keys {@code evaluation.paired_ttest} and {@code wilcoxon_test} ask for: every
   * pair of models, and p without correction. Empty if both are false.
   */
  public static Optional<SignificanceConfig> elliot(boolean pairedTTest, boolean wilcoxonTest) {
    List<TestKind> tests = new ArrayList<>();
    if (pairedTTest) {
      tests.add(TestKind.PAIRED_T);
    }
    if (wilcoxonTest) {
      tests.add(TestKind.WILCOXON);
    }
    return tests.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SignificanceConfig(
                tests,
                Correction.NONE,
                CorrectionFamily.PER_METRIC,
                ComparisonScheme.ALL_PAIRS,
                0.05,
                10_000,
                null));
  }
}
