package org.trellisrec.tensorflow.layers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;

/** Fully connected layers one after another, each with batch norm, activation and dropout. */
public final class Mlp {
  private final List<Layer> layers;
  private final Shape shape;

  /**
   * The layers.
   *
   * @param sizes number of outputs of each layer
   * @param activations after each layer
   * @param dropout rate after the activation of every layer but the last
   * @param outputDropout rate after the last layer
   * @param batchNorm after how many layers there is a batch norm, before the activation; 0 for none
   * @param weights start of the weights
   * @param bias start of the biases
   */
  public record Shape(
      List<Integer> sizes,
      List<Activation> activations,
      double dropout,
      double outputDropout,
      int batchNorm,
      Initializer weights,
      Initializer bias) {

    /** Keeps its own copies. */
    public Shape {
      sizes = List.copyOf(sizes);
      activations = List.copyOf(activations);
      if (sizes.isEmpty() || sizes.size() != activations.size()) {
        throw new IllegalArgumentException(
            "a network needs at least one layer, and an activation for each, not %s and %s"
                .formatted(sizes, activations));
      }
    }

    /** Layers without dropout and batch norm. */
    public static Shape plain(
        List<Integer> sizes,
        Activation hidden,
        Activation output,
        Initializer weights,
        Initializer bias) {
      return new Shape(sizes, activations(sizes.size(), hidden, output), 0, 0, 0, weights, bias);
    }

    /** The same activation after every layer but the last. */
    public static List<Activation> activations(int layers, Activation hidden, Activation output) {
      List<Activation> activations = new ArrayList<>(Collections.nCopies(layers, hidden));
      activations.set(layers - 1, output);
      return activations;
    }

    /** Width of the last layer. */
    public int outputs() {
      return sizes.get(sizes.size() - 1);
    }

    /** True if equal rows may give different outputs in training, as with dropout. */
    public boolean isRandom() {
      return dropout > 0 || outputDropout > 0;
    }
  }

  private record Layer(Dense dense, BatchNorm norm, Activation activation, Dropout dropout) {
    Operand<TFloat32> apply(Pass pass, Operand<TFloat32> x, Operand<TFloat32> counts) {
      Operand<TFloat32> sum = dense.apply(pass, x);
      Operand<TFloat32> normed = norm == null ? sum : norm.apply(pass, sum, counts);
      return dropout.apply(pass, activation.apply(pass.tf(), normed));
    }

    Layer of(Parameters parameters, String kind) {
      return new Layer(dense, norm == null ? null : norm.of(parameters, kind), activation, dropout);
    }
  }

  /**
   * Layers with their own parameters, {@code name/0/weights} and so on.
   *
   * @param inputs width of the input
   */
  public Mlp(Parameters parameters, String name, int inputs, Shape shape) {
    this.shape = shape;
    this.layers = new ArrayList<>();
    int width = inputs;
    for (int i = 0; i < shape.sizes().size(); i++) {
      boolean last = i == shape.sizes().size() - 1;
      int outputs = shape.sizes().get(i);
      String own = name + "/" + i;
      boolean normed = shape.batchNorm() > 0 && (i + 1) % shape.batchNorm() == 0;
      layers.add(
          new Layer(
              new Dense(parameters, own, width, outputs, shape.weights(), shape.bias()),
              normed ? new BatchNorm(parameters, own + "/norm", outputs) : null,
              shape.activations().get(i),
              new Dropout(last ? shape.outputDropout() : shape.dropout())));
      width = outputs;
    }
  }

  private Mlp(List<Layer> layers, Shape shape) {
    this.layers = layers;
    this.shape = shape;
  }

  /**
   * These layers for rows of another kind, see {@link BatchNorm#of}.
   *
   * @param kind what the rows are, for the names of the running means
   */
  public Mlp of(Parameters parameters, String kind) {
    return new Mlp(layers.stream().map(layer -> layer.of(parameters, kind)).toList(), shape);
  }

  /**
   * The outputs, each row counting once in batch norms.
   *
   * @param x n x inputs
   * @return n x outputs of the last layer
   */
  public Operand<TFloat32> apply(Pass pass, Operand<TFloat32> x) {
    return apply(pass, x, null);
  }

  /**
   * The outputs of a batch in which a row stands for several equal ones.
   *
   * @param x n x inputs
   * @param counts how many rows each row stands for in batch norms, n; null for one each
   */
  public Operand<TFloat32> apply(Pass pass, Operand<TFloat32> x, Operand<TFloat32> counts) {
    Operand<TFloat32> y = x;
    for (Layer layer : layers) {
      y = layer.apply(pass, y, counts);
    }
    return y;
  }

  /** What it consists of. */
  public Shape shape() {
    return shape;
  }
}
