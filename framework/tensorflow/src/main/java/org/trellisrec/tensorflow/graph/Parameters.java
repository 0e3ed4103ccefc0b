package org.trellisrec.tensorflow.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.trellisrec.spi.Seed;

/**
 * The variables of a model. A name is a path, for instance {@code branch/0/weights}; its first part
 * is the block that the variable counts for.
 */
public final class Parameters {
  private final Ops tf;
  private final Seed seed;
  private final Map<String, Variable<TFloat32>> trained = new LinkedHashMap<>();
  private final Map<String, Operand<TFloat32>> values = new LinkedHashMap<>();
  private final Map<String, Variable<TFloat32>> all = new LinkedHashMap<>();
  private final List<Op> initial = new ArrayList<>();

  /**
   * No variables yet.
   *
   * @param tf builds the graph
   * @param seed of the initial values; those of a variable depend on its name and shape alone
   */
  public Parameters(Ops tf, Seed seed) {
    this.tf = tf;
    this.seed = seed;
  }

  /**
   * Adds a variable that is trained.
   *
   * @return its value, by which the loss can be derived. It is not the variable itself: some
   *     gradients of TensorFlow, that of a square for one, crash the process on a direct use of it.
   * @throws IllegalArgumentException if the name is taken
   */
  public Operand<TFloat32> trained(String name, Shape shape, Initializer initializer) {
    return trained(name, shape, initializer.values(tf, shape, seedOf(name)));
  }

  private Operand<TFloat32> trained(String name, Shape shape, Operand<TFloat32> start) {
    Variable<TFloat32> variable = variable(name, shape, start);
    Operand<TFloat32> value = tf.identity(variable);
    trained.put(name, variable);
    values.put(name, value);
    return value;
  }

  /**
   * Adds a matrix that is trained, in slices of columns, each a variable, of equal width but for
   * the last. Its values start as those of one variable of that name would.
   *
   * @param name of the only slice, or with {@code /0}, {@code /1} and so on after it
   * @param shape of the matrix
   * @param most columns of a slice
   * @return the slices, from left to right
   * @throws IllegalArgumentException if a name is taken
   */
  public List<Operand<TFloat32>> trainedColumns(
      String name, Shape shape, Initializer initializer, int most) {
    long columns = shape.get(1);
    if (columns <= most) {
      return List.of(trained(name, shape, initializer));
    }
    Operand<TFloat32> start = initializer.values(tf, shape, seedOf(name));
    List<Operand<TFloat32>> slices = new ArrayList<>();
    long number = (columns + most - 1) / most;
    long width = (columns + number - 1) / number;
    for (long from = 0; from < columns; from += width) {
      Shape part = Shape.of(shape.get(0), Math.min(width, columns - from));
      Operand<TFloat32> values =
          tf.slice(start, tf.constant(new long[] {0, from}), tf.constant(part.asArray()));
      slices.add(trained(name + "/" + slices.size(), part, values));
    }
    return slices;
  }

  /**
   * Adds a variable that is kept with the model but not trained, for instance a running mean.
   *
   * @throws IllegalArgumentException if the name is taken
   */
  public Variable<TFloat32> state(String name, Shape shape, Initializer initializer) {
    return variable(name, shape, initializer.values(tf, shape, seedOf(name)));
  }

  private Variable<TFloat32> variable(String name, Shape shape, Operand<TFloat32> start) {
    if (all.containsKey(name)) {
      throw new IllegalArgumentException("there is already a variable called " + name);
    }
    Variable<TFloat32> variable =
        tf.withName(GraphNames.legal(name)).variable(shape, TFloat32.class);
    all.put(name, variable);
    initial.add(tf.assign(variable, start));
    return variable;
  }

  private Operand<TInt64> seedOf(String name) {
    Seed own = seed.derive(name);
    return tf.constant(new long[] {own.value(), own.derive("").value()});
  }

  /** The trained variables by name, in the order of their creation. */
  public Map<String, Variable<TFloat32>> trained() {
    return Collections.unmodifiableMap(trained);
  }

  /** The values of the trained variables by name, in the order of their creation. */
  public Map<String, Operand<TFloat32>> values() {
    return Collections.unmodifiableMap(values);
  }

  /** All variables by name, in the order of their creation. */
  public Map<String, Variable<TFloat32>> all() {
    return Collections.unmodifiableMap(all);
  }

  /** The operations that give every variable its first value. */
  public Collection<Op> initial() {
    return Collections.unmodifiableList(initial);
  }

  /** Number of trained values by block. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    trained.forEach(
        (name, variable) ->
            counts.merge(name.split("/", 2)[0], variable.shape().size(), Long::sum));
    return counts;
  }
}
