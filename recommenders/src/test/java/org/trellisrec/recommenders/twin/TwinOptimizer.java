package org.trellisrec.recommenders.twin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.trellisrec.tensorflow.optimizer.OptimizerParams;
import org.trellisrec.tensorflow.optimizer.OptimizerParams.Algorithm;

/** SGD, Adam and AdamW from their papers, with gradients by central differences. */
final class TwinOptimizer {
  private static final double STEP = 1e-5;
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final OptimizerParams params;
  private final Map<String, double[][]> first = new LinkedHashMap<>();
  private final Map<String, double[][]> second = new LinkedHashMap<>();
  private int steps;

  TwinOptimizer(OptimizerParams params, Weights weights) {
    this.params = params;
    weights.tables().forEach((name, table) -> first.put(name, zeros(table)));
    weights.tables().forEach((name, table) -> second.put(name, zeros(table)));
  }

  private static double[][] zeros(double[][] like) {
    return new double[like.length][like[0].length];
  }

  /** Moves the weights against the gradient of a loss. */
  void step(Weights weights, ToDoubleFunction<Weights> loss) {
    steps++;
    Map<String, double[][]> gradients = new LinkedHashMap<>();
    weights.tables().forEach((name, table) -> gradients.put(name, gradient(weights, table, loss)));
    weights.tables().forEach((name, table) -> move(name, table, gradients.get(name)));
  }

  private static double[][] gradient(
      Weights weights, double[][] table, ToDoubleFunction<Weights> loss) {
    double[][] gradient = zeros(table);
    for (int row = 0; row < table.length; row++) {
      for (int column = 0; column < table[row].length; column++) {
        double value = table[row][column];
        table[row][column] = value + STEP;
        double above = loss.applyAsDouble(weights);
        table[row][column] = value - STEP;
        double below = loss.applyAsDouble(weights);
        table[row][column] = value;
        gradient[row][column] = (above - below) / (2 * STEP);
      }
    }
    return gradient;
  }

  private void move(String name, double[][] table, double[][] gradient) {
    for (int row = 0; row < table.length; row++) {
      for (int column = 0; column < table[row].length; column++) {
        double decay = params.weightDecay() * table[row][column];
        boolean decoupled = params.optimizer() == Algorithm.ADAMW;
        double slope = gradient[row][column] + (decoupled ? 0 : decay);
        double shrinkage = decoupled ? params.learningRate() * decay : 0;
        table[row][column] -=
            shrinkage + params.learningRate() * direction(name, row, column, slope);
      }
    }
  }

  private double direction(String name, int row, int column, double slope) {
    if (params.optimizer() == Algorithm.SGD) {
      return slope;
    }
    double m = averaged(first.get(name)[row], column, slope, BETA1);
    double v = averaged(second.get(name)[row], column, slope * slope, BETA2);
    double mean = m / (1 - Math.pow(BETA1, steps));
    double variance = v / (1 - Math.pow(BETA2, steps));
    return mean / (Math.sqrt(variance) + EPSILON);
  }

  private static double averaged(double[] row, int column, double value, double beta) {
    row[column] = beta * row[column] + (1 - beta) * value;
    return row[column];
  }
}
