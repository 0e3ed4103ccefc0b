package org.trellisrec.significance;

/** The tests by the names that a configuration uses. */
public enum TestKind {
  /** {@link PairedTTest}. */
  PAIRED_T("paired t", "Cohen's d_z"),
  /** {@link WilcoxonTest}. */
  WILCOXON("Wilcoxon signed-rank", "rank-biserial"),
  /** {@link SignTest}. */
  SIGN("sign", "net share of signs"),
  /** {@link PermutationTest}. */
  PERMUTATION("permutation", "Cohen's d_z");

  private final String title;
  private final String effect;

  TestKind(String title, String effect) {
    this.title = title;
    this.effect = effect;
  }

  /** The name for readers, within a sentence. */
  public String title() {
    return title;
  }

  /** Name of the effect size that this test reports. */
  public String effect() {
    return effect;
  }

  /**
   * The test itself.
   *
   * @param permutations number of resamples of the permutation test
   */
  public SignificanceTest create(int permutations) {
    return switch (this) {
      case PAIRED_T -> new PairedTTest();
      case WILCOXON -> new WilcoxonTest();
      case SIGN -> new SignTest();
      case PERMUTATION -> new PermutationTest(permutations);
    };
  }
}
