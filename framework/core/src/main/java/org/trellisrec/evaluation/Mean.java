package org.trellisrec.evaluation;

/** A weighted mean that carries the rounding error of its sum along (Neumaier 1974). */
final class Mean {
  private double sum;
  private double error;
  private double weights;
  private int count;

  /** Adds a value that is a number. */
  void add(double value, double weight) {
    count++;
    weights += weight;
    addToSum(value * weight);
  }

  void merge(Mean other) {
    count += other.count;
    weights += other.weights;
    addToSum(other.sum);
    addToSum(other.error);
  }

  /** NaN if nothing was added. */
  double value() {
    double total = Double.isFinite(sum) ? sum + error : sum;
    return total / weights;
  }

  /** Number of values. */
  int count() {
    return count;
  }

  private void addToSum(double value) {
    double next = sum + value;
    error += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }
}
