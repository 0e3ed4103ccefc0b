package org.trellisrec.tensorflow.optimizer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The update rules as the documentation of PyTorch writes them ({@code torch.optim.SGD}, {@code
 * Adam}, {@code AdamW}, {@code clip_grad_norm_}), in double precision.
 */
final class OptimizerTwin {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final OptimizerParams params;
  private final Map<String, double[]> first = new LinkedHashMap<>();
  private final Map<String, double[]> second = new LinkedHashMap<>();
  private int step;

  OptimizerTwin(OptimizerParams params) {
    this.params = params;
  }

  /**
   * Does a step.
   *
   * @param touched whether a value of a table is updated, for lazy updates; others always are
   */
  void step(
      Map<String, double[]> parameters, Map<String, double[]> gradients, IntPredicate touched) {
    step++;
    double factor = clipping(gradients);
    gradients.forEach(
        (name, gradient) -> {
          double[] w = parameters.get(name);
          for (int i = 0; i < w.length; i++) {
            if (!name.equals("table") || touched.test(i)) {
              w[i] = moved(name, i, w, factor * gradient[i]);
            }
          }
        });
  }

  private double clipping(Map<String, double[]> gradients) {
    double squares = 0;
    for (double[] gradient : gradients.values()) {
      for (double g : gradient) {
        squares += g * g;
      }
    }
    double norm = Math.sqrt(squares);
    return params.clipNorm() > 0 && norm > params.clipNorm() ? params.clipNorm() / norm : 1;
  }

  private double moved(String name, int i, double[] w, double gradient) {
    double rate = params.learningRate();
    double decay = params.weightDecay();
    return switch (params.optimizer()) {
      case SGD -> w[i] - rate * (gradient + decay * w[i]);
      case ADAM -> w[i] - rate * direction(name, i, w.length, gradient + decay * w[i]);
      case ADAMW -> w[i] - rate * decay * w[i] - rate * direction(name, i, w.length, gradient);
    };
  }

  private double direction(String name, int i, int size, double g) {
    double[] m = first.computeIfAbsent(name, absent -> new double[size]);
    double[] v = second.computeIfAbsent(name, absent -> new double[size]);
    m[i] = BETA1 * m[i] + (1 - BETA1) * g;
    v[i] = BETA2 * v[i] + (1 - BETA2) * g * g;
    double mean = m[i] / (1 - Math.pow(BETA1, step));
    double spread = Math.sqrt(v[i] / (1 - Math.pow(BETA2, step)));
    return mean / (spread + EPSILON);
  }
}
