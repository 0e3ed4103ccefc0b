package org.trellisrec.significance;

/**
 * One test of one pair of models: a row of {@code significance.csv}.
 *
 * @param key what was measured
 * @param higherIsBetter direction of the metric
 * @param test which test
 * @param modelA label of the first model
 * @param modelB label of the second
 * @param meanA mean of the first over the users compared
 * @param meanB mean of the second over the users compared
 * @param n number of users compared, those with equal values included
 * @param zeros number of them with equal values
 * @param leftOut number of users left out because a model has no value for them
 * @param result statistic, p without correction, and effect size
 * @param corrected p after correction, NaN where p is
 * @param significant true if {@code corrected} is below alpha
 */
public record ComparisonRow(
    SampleKey key,
    boolean higherIsBetter,
    TestKind test,
    String modelA,
    String modelB,
    double meanA,
    double meanB,
    int n,
    int zeros,
    int leftOut,
    TestResult result,
    double corrected,
    boolean significant) {

  /** Starts a row that is not corrected yet. */
  static ComparisonRow uncorrected(
      SampleGroup group,
      ComparisonScheme.Pair pair,
      PairedSample sample,
      TestKind test,
      TestResult result) {
    return new ComparisonRow(
        group.key(),
        group.higherIsBetter(),
        test,
        group.models().get(pair.a()),
        group.models().get(pair.b()),
        sample.meanA(),
        sample.meanB(),
        sample.n(),
        sample.zeros(),
        sample.leftOut(),
        result,
        Double.NaN,
        false);
  }

  /** The row with its corrected p-value. */
  ComparisonRow corrected(double p, double alpha) {
    return new ComparisonRow(
        key,
        higherIsBetter,
        test,
        modelA,
        modelB,
        meanA,
        meanB,
        n,
        zeros,
        leftOut,
        result,
        p,
        p < alpha);
  }

  /** True if {@code winner} is significantly better than {@code loser} by this row. */
  public boolean shows(String winner, String loser) {
    boolean forward = modelA.equals(winner) && modelB.equals(loser);
    boolean backward = modelA.equals(loser) && modelB.equals(winner);
    if (!significant || !(forward || backward)) {
      return false;
    }
    boolean higher = forward ? result.effectSize() > 0 : result.effectSize() < 0;
    boolean lower = forward ? result.effectSize() < 0 : result.effectSize() > 0;
    return higherIsBetter ? higher : lower;
  }
}
