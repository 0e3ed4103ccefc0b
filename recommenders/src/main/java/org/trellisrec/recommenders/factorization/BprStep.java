package org.trellisrec.recommenders.factorization;

/** The update of {@link BprMfSgd} for one sample. Used by one thread; the factors may be shared. */
final class BprStep {
  /** A score difference below which the gradient no longer changes, and {@code exp} overflows. */
  private static final float LEAST = -80;

  private final Factors factors;
  private final float rate;
  private final float keptOfUser;
  private final float keptOfPositive;
  private final float keptOfNegative;
  private final float keptOfBias;
  private final float[] products;
  private double odds = 1;
  private double loss;

  BprStep(Factors factors, BprMfSgd.Params params) {
    this.factors = factors;
    products = new float[factors.size()];
    rate = (float) params.learningRate();
    keptOfUser = kept(params, params.userRegularization());
    keptOfPositive = kept(params, params.positiveItemRegularization());
    keptOfNegative = kept(params, params.negativeItemRegularization());
    keptOfBias = kept(params, params.biasRegularization());
  }

  private static float kept(BprMfSgd.Params params, double regularization) {
    return (float) (1 - params.learningRate() * regularization);
  }

  /** Follows the gradient for one sample. */
  void update(int user, int positive, int negative) {
    float[] u = factors.users()[user];
    float[] i = factors.items()[positive];
    float[] j = factors.items()[negative];
    float[] biases = factors.biases();
    float preference = biases[positive] - biases[negative] + dotOfDifference(u, i, j);
    double less = Math.exp(-Math.max(LEAST, preference));
    addLoss(1 + less);
    float step = (float) (rate * (less / (1 + less)));
    move(u, i, j, step);
    biases[positive] = keptOfBias * biases[positive] + step;
    biases[negative] = keptOfBias * biases[negative] - step;
  }

  /** {@code u . (i - j)}. */
  private float dotOfDifference(float[] u, float[] i, float[] j) {
    for (int k = 0; k < u.length; k++) {
      products[k] = u[k] * (i[k] - j[k]);
    }
    return sum(products);
  }

  /** Four sums, because in one every addition waits for the one before. */
  private static float sum(float[] values) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int k = 0;
    for (; k + 4 <= values.length; k += 4) {
      a += values[k];
      b += values[k + 1];
      c += values[k + 2];
      d += values[k + 3];
    }
    for (; k < values.length; k++) {
      a += values[k];
    }
    return (a + b) + (c + d);
  }

  private void move(float[] u, float[] i, float[] j, float step) {
    for (int k = 0; k < u.length; k++) {
      float user = u[k];
      float positive = i[k];
      float negative = j[k];
      u[k] = keptOfUser * user + step * (positive - negative);
      i[k] = keptOfPositive * positive + step * user;
      j[k] = keptOfNegative * negative - step * user;
    }
  }

  /** The loss of a sample is the logarithm of {@code factor}; one logarithm serves many. */
  private void addLoss(double factor) {
    odds *= factor;
    if (odds > 1e200) {
      loss += Math.log(odds);
      odds = 1;
    }
  }

  /** The sum of {@code -ln sigmoid(s(u, i) - s(u, j))} over the samples, each before its update. */
  double loss() {
    return loss + Math.log(odds);
  }
}
