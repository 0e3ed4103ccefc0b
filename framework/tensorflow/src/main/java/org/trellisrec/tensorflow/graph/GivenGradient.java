package org.trellisrec.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.IdentityN;
import org.tensorflow.types.TFloat32;

/**
 * Values that come with their derivatives, where these are known and TensorFlow would take longer
 * to find them. They pass through an operation that changes nothing and for which TensorFlow has no
 * gradient; one is registered here for all its uses, which are told apart by their names.
 */
public final class GivenGradient {
  /** The last part of the name of an operation, without the number that makes it unique. */
  private static final Pattern LAST_NAME = Pattern.compile("([^/]*?)(?:_\\d+)?$");

  private static final Map<String, Formula> FORMULAS = new ConcurrentHashMap<>();
  private static final Rule ROWS = rule("GivenGradient", GivenGradient::ofSlopes);

  static {
    CustomGradients.register(IdentityN.OP_NAME, GivenGradient::back);
  }

  private GivenGradient() {}

  /** How the derivatives of a scalar by some operands follow from those by the values. */
  @FunctionalInterface
  interface Formula {
    /**
     * The derivatives of the scalar.
     *
     * @param by the operands to derive by
     * @param above the derivatives by the values, of the shape of the values
     * @return one for each operand, of its shape
     */
    List<Operand<TFloat32>> below(Ops tf, List<Operand<TFloat32>> by, Operand<TFloat32> above);
  }

  /** A formula that values can come with. */
  record Rule(String name) {
    /**
     * The same values with this gradient.
     *
     * @param values computed in any way; nothing is derived through it
     * @param by what they are derived by, and what else the formula needs
     */
    Operand<TFloat32> of(Ops tf, Operand<TFloat32> values, List<Operand<TFloat32>> by) {
      List<Operand<?>> passed = new ArrayList<>();
      passed.add(tf.stopGradient(values));
      passed.addAll(by);
      return CustomGradients.asFloat(tf.withName(name).identityN(passed).output().get(0));
    }
  }

  /**
   * Registers a formula for this process.
   *
   * @param name letters; no other formula has it
   * @throws IllegalArgumentException if the name has other characters or is taken
   */
  static Rule rule(String name, Formula formula) {
    if (!name.chars().allMatch(Character::isLetter)) {
      throw new IllegalArgumentException("'" + name + "' names operations: it must be letters");
    }
    if (FORMULAS.putIfAbsent(name, formula) != null) {
      throw new IllegalArgumentException("there is another formula of the name " + name);
    }
    return new Rule(name);
  }

  /**
   * The same values, of which each depends on one row of a matrix.
   *
   * @param values n, computed from x in any way; nothing is derived through it
   * @param x n x m, what the values are derived by
   * @param slopes n x m, in row i the derivatives of value i by row i of x
   * @return n
   */
  public static Operand<TFloat32> ofRows(
      Ops tf, Operand<TFloat32> values, Operand<TFloat32> x, Operand<TFloat32> slopes) {
    return ROWS.of(tf, values, List.of(x, tf.stopGradient(slopes)));
  }

  private static List<Operand<TFloat32>> ofSlopes(
      Ops tf, List<Operand<TFloat32>> by, Operand<TFloat32> above) {
    Operand<TFloat32> slopes = by.get(1);
    return List.of(tf.math.mul(slopes, tf.expandDims(above, tf.constant(1))), tf.zerosLike(slopes));
  }

  private static List<Operand<?>> back(Ops tf, GraphOperation passed, List<Output<?>> gradients) {
    Matcher name = LAST_NAME.matcher(passed.name());
    Optional<Formula> formula =
        name.find() ? Optional.ofNullable(FORMULAS.get(name.group(1))) : Optional.empty();
    if (formula.isEmpty()) {
      return unchanged(tf, passed, gradients);
    }
    List<Operand<TFloat32>> by = new ArrayList<>();
    for (int i = 1; i < passed.numInputs(); i++) {
      by.add(CustomGradients.asFloat(passed.input(i)));
    }
    List<Operand<?>> below = new ArrayList<>();
    below.add(tf.zerosLike(passed.input(0)));
    below.addAll(formula.get().below(tf, by, CustomGradients.asFloat(gradients.get(0))));
    return below;
  }

  /** The gradient of the operation where it is used for what it does. */
  private static List<Operand<?>> unchanged(
      Ops tf, GraphOperation passed, List<Output<?>> gradients) {
    List<Operand<?>> below = new ArrayList<>();
    for (int i = 0; i < gradients.size(); i++) {
      // For an output that nothing depends on, native code passes the null operation.
      boolean used = ((GraphOperation) gradients.get(i).op()).getUnsafeNativeHandle() != null;
      below.add(used ? gradients.get(i) : tf.zerosLike(passed.input(i)));
    }
    return below;
  }
}
