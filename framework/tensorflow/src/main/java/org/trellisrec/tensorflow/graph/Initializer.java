package org.trellisrec.tensorflow.graph;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tensorflow.DeviceSpec;
import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.Qr;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.trellisrec.data.EnumWord;
import org.trellisrec.spi.InputException;

/**
 * How the values of a parameter start. The number of inputs (fan-in) of a matrix is its first
 * dimension, the number of outputs (fan-out) its last; for a vector both are its length, for a
 * scalar 1.
 *
 * @param kind the distribution
 * @param scale standard deviation, limit or value where the kind has one, else a factor on the
 *     result
 */
public record Initializer(Kind kind, double scale) {
  private static final Pattern FORM = Pattern.compile("([a-z_]+)(?:\\(([-+0-9.eE]+)\\))?");

  /** A value that is drawn is hardly ever ten times this number, and so a finite 32-bit float. */
  private static final double GREATEST = 1e37;

  /** Standard deviation of a normal distribution that is cut off at two standard deviations. */
  private static final double TRUNCATED_DEVIATION = 0.8796256610342398;

  /** The distributions, by the names of PyTorch ({@code torch.nn.init}) and Keras. */
  public enum Kind {
    /** The number given, 0 if none is. */
    CONSTANT,
    /** Uniform between minus and plus the number given. */
    UNIFORM,
    /** Normal with the standard deviation given. */
    NORMAL,
    /** Normal with the standard deviation given, redrawn beyond two of them. */
    TRUNCATED_NORMAL,
    /** PyTorch, Glorot and Bengio 2010: uniform, limit sqrt(6 / (fan-in + fan-out)). */
    XAVIER_UNIFORM,
    /** PyTorch: normal, deviation sqrt(2 / (fan-in + fan-out)). */
    XAVIER_NORMAL,
    /** Keras: the same as {@link #XAVIER_UNIFORM}. */
    GLOROT_UNIFORM,
    /** Keras: truncated normal of deviation sqrt(2 / (fan-in + fan-out)) after truncation. */
    GLOROT_NORMAL,
    /** PyTorch with the gain of ReLU, He et al. 2015: uniform, limit sqrt(6 / fan-in). */
    KAIMING_UNIFORM,
    /** PyTorch with the gain of ReLU: normal, deviation sqrt(2 / fan-in). */
    KAIMING_NORMAL,
    /** Keras: the same as {@link #KAIMING_UNIFORM}. */
    HE_UNIFORM,
    /** Keras: truncated normal of deviation sqrt(2 / fan-in) after truncation. */
    HE_NORMAL,
    /** Keras: uniform, limit sqrt(3 / fan-in). */
    LECUN_UNIFORM,
    /** Keras: truncated normal of deviation sqrt(1 / fan-in) after truncation. */
    LECUN_NORMAL,
    /**
     * PyTorch and Keras, Saxe et al. 2014: columns that are orthogonal and of length 1, or rows
     * where there are fewer of them; uniform among all such matrices. A vector is a column.
     */
    ORTHOGONAL,
    /** PyTorch's linear layers, weights and biases: uniform, limit 1 / sqrt(fan-in). */
    TORCH_LINEAR;

    boolean needsScale() {
      return this == UNIFORM || this == NORMAL || this == TRUNCATED_NORMAL;
    }

    private boolean allows(double scale) {
      return Math.abs(scale) <= GREATEST && (this == CONSTANT || (float) scale > 0);
    }
  }

  /** All values 0. */
  public static final Initializer ZEROS = new Initializer(Kind.CONSTANT, 0);

  /** All values 1. */
  public static final Initializer ONES = new Initializer(Kind.CONSTANT, 1);

  /** {@link Kind#XAVIER_UNIFORM} with gain 1. */
  public static final Initializer XAVIER_UNIFORM = new Initializer(Kind.XAVIER_UNIFORM, 1);

  /** {@link Kind#XAVIER_NORMAL} with gain 1. */
  public static final Initializer XAVIER_NORMAL = new Initializer(Kind.XAVIER_NORMAL, 1);

  /** {@link Kind#KAIMING_UNIFORM} with factor 1. */
  public static final Initializer KAIMING_UNIFORM = new Initializer(Kind.KAIMING_UNIFORM, 1);

  /** {@link Kind#TORCH_LINEAR} with gain 1. */
  public static final Initializer TORCH_LINEAR = new Initializer(Kind.TORCH_LINEAR, 1);

  /** A normal distribution. */
  public static Initializer normal(double deviation) {
    return new Initializer(Kind.NORMAL, deviation);
  }

  /** A uniform distribution between minus and plus {@code limit}. */
  public static Initializer uniform(double limit) {
    return new Initializer(Kind.UNIFORM, limit);
  }

  /**
   * The start of a bias whose layer has this many inputs, where {@link Kind#TORCH_LINEAR} and the
   * like look at the inputs rather than at the bias.
   */
  public Initializer forBias(int inputs) {
    return kind == Kind.TORCH_LINEAR ? uniform(scale / Math.sqrt(inputs)) : this;
  }

  /**
   * The start of a table of vectors of this length. PyTorch reads such a table as the weights of a
   * linear layer, one row for each of its outputs, so the fan-in is the length of a vector, not the
   * number of them.
   */
  public Initializer forTable(int length) {
    return switch (kind) {
      case KAIMING_UNIFORM, HE_UNIFORM -> uniform(scale * Math.sqrt(6.0 / length));
      case KAIMING_NORMAL -> normal(scale * Math.sqrt(2.0 / length));
      case HE_NORMAL -> truncated(scale * Math.sqrt(2.0 / length));
      case LECUN_UNIFORM -> uniform(scale * Math.sqrt(3.0 / length));
      case LECUN_NORMAL -> truncated(scale * Math.sqrt(1.0 / length));
      case TORCH_LINEAR -> uniform(scale / Math.sqrt(length));
      default -> this;
    };
  }

  /** With this deviation after truncation. */
  private static Initializer truncated(double deviation) {
    return new Initializer(Kind.TRUNCATED_NORMAL, deviation / TRUNCATED_DEVIATION);
  }

  /**
   * Reads {@code name} or {@code name(number)}, for instance {@code xavier_uniform}, {@code
   * normal(0.01)}, {@code constant(0)} or, for the same, {@code zeros}.
   *
   * @throws InputException if it is neither, or the number is not one that values can start by:
   *     above 0, for a constant any, and at most 1e37
   */
  public static Initializer parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (lower.equals("zeros") || lower.equals("ones")) {
      return lower.equals("ones") ? ONES : ZEROS;
    }
    Matcher form = FORM.matcher(lower);
    try {
      if (form.matches()) {
        Kind kind = Kind.valueOf(form.group(1).toUpperCase(Locale.ROOT));
        if (form.group(2) != null || !kind.needsScale()) {
          double absent = kind == Kind.CONSTANT ? 0 : 1;
          double scale = form.group(2) == null ? absent : Double.parseDouble(form.group(2));
          return new Initializer(kind, allowed(text, kind, scale));
        }
      }
    } catch (IllegalArgumentException unknown) {
      // Falls through to the message for all wrong forms.
    }
    throw new InputException(
        "'%s' is not an initialiser; expected one of xavier_uniform, xavier_normal, glorot_uniform, "
            + "glorot_normal, kaiming_uniform, kaiming_normal, he_uniform, he_normal, "
            + "lecun_uniform, lecun_normal, orthogonal, torch_linear, zeros, ones, or constant(X), uniform(X), normal(X), "
            + "truncated_normal(X) with a number",
        text);
  }

  private static double allowed(String text, Kind kind, double scale) {
    if (!kind.allows(scale)) {
      throw new InputException(
          "the number of '%s' is %s, but must %s; for instance normal(0.01), or zeros for values"
              + " that all start at 0",
          text,
          scale,
          kind == Kind.CONSTANT
              ? "lie between -1e37 and 1e37"
              : "be above 0 and at most 1e37, as 32-bit floats go");
    }
    return scale;
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return EnumWord.of(kind) + "(" + scale + ")";
  }

  /**
   * Values of this distribution; the same for the same seed on every device.
   *
   * @param seed two numbers
   */
  public Operand<TFloat32> values(Ops tf, Shape shape, Operand<TInt64> seed) {
    boolean scalar = shape.numDimensions() == 0;
    double inputs = scalar ? 1 : shape.get(0);
    double outputs = scalar ? 1 : shape.get(shape.numDimensions() - 1);
    return switch (kind) {
      case CONSTANT -> tf.fill(tf.constant(shape), tf.constant((float) scale));
      case UNIFORM -> uniform(tf, shape, seed, 1);
      case NORMAL -> normal(tf, shape, seed, 1);
      case TRUNCATED_NORMAL -> truncated(tf, shape, seed, TRUNCATED_DEVIATION);
      case XAVIER_UNIFORM, GLOROT_UNIFORM ->
          uniform(tf, shape, seed, Math.sqrt(6 / (inputs + outputs)));
      case XAVIER_NORMAL -> normal(tf, shape, seed, Math.sqrt(2 / (inputs + outputs)));
      case GLOROT_NORMAL -> truncated(tf, shape, seed, Math.sqrt(2 / (inputs + outputs)));
      case KAIMING_UNIFORM, HE_UNIFORM -> uniform(tf, shape, seed, Math.sqrt(6 / inputs));
      case KAIMING_NORMAL -> normal(tf, shape, seed, Math.sqrt(2 / inputs));
      case HE_NORMAL -> truncated(tf, shape, seed, Math.sqrt(2 / inputs));
      case LECUN_UNIFORM -> uniform(tf, shape, seed, Math.sqrt(3 / inputs));
      case LECUN_NORMAL -> truncated(tf, shape, seed, Math.sqrt(1 / inputs));
      case ORTHOGONAL -> orthogonal(tf, shape, seed);
      case TORCH_LINEAR -> uniform(tf, shape, seed, 1 / Math.sqrt(inputs));
    };
  }

  private Operand<TFloat32> uniform(Ops tf, Shape shape, Operand<TInt64> seed, double limit) {
    float width = (float) (2 * limit * scale);
    return tf.math.mul(
        tf.math.sub(tf.random.statelessRandomUniform(tf.constant(shape), seed), tf.constant(0.5f)),
        tf.constant(width));
  }

  private Operand<TFloat32> normal(Ops tf, Shape shape, Operand<TInt64> seed, double deviation) {
    return tf.math.mul(
        tf.random.statelessRandomNormal(tf.constant(shape), seed),
        tf.constant((float) (deviation * scale)));
  }

  private Operand<TFloat32> truncated(Ops tf, Shape shape, Operand<TInt64> seed, double deviation) {
    return tf.math.mul(
        tf.random.statelessTruncatedNormal(tf.constant(shape), seed),
        tf.constant((float) (deviation * scale / TRUNCATED_DEVIATION)));
  }

  private Operand<TFloat32> orthogonal(Ops tf, Shape shape, Operand<TInt64> seed) {
    long rows = shape.numDimensions() == 0 ? 1 : shape.get(0);
    long columns = shape.size() / rows;
    Shape tall = Shape.of(Math.max(rows, columns), Math.min(rows, columns));
    Operand<TFloat32> random = tf.random.statelessRandomNormal(tf.constant(tall), seed);
    // Devices differ in their decompositions.
    Ops cpu =
        tf.withDevice(DeviceSpec.newBuilder().deviceType(DeviceType.CPU).deviceIndex(0).build());
    Qr<TFloat32> qr = cpu.linalg.qr(random, Qr.fullMatrices(false));
    // By these signs Q is unique and, of normal values, uniform.
    Operand<TFloat32> signs = tf.math.sign(tf.linalg.tensorDiagPart(qr.r()));
    Operand<TFloat32> q = tf.math.mul(qr.q(), signs);
    Operand<TFloat32> fitting =
        rows < columns ? tf.linalg.transpose(q, tf.constant(new int[] {1, 0})) : q;
    return tf.math.mul(tf.reshape(fitting, tf.constant(shape)), tf.constant((float) scale));
  }
}
