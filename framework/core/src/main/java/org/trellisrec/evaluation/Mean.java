package org.trellisrec.evaluation;

/** A mean that skips NaN and carries the rounding error of its sum along (Neumaier 1974). */
final class Mean {
  private double sum;
  private double error;
  private int count;

  void add(double value) {
    if (!Double.isNaN(value)) {
      count++;
      addToSum(value);
    }
  }

  void merge(Mean other) {
    count += other.count;
    addToSum(other.sum);
    addToSum(other.error);
  }

  /** NaN if nothing was added. */
  double value() {
    double total = Double.isFinite(sum) ? sum + error : sum;
    return total / count;
  }

  int count() {
    return count;
  }

  private void addToSum(double value) {
    double next = sum + value;
    error += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }
}
