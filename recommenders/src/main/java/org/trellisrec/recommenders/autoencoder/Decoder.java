package org.trellisrec.recommenders.autoencoder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.BiasColumn;
import org.trellisrec.tensorflow.layers.Embedding;
import org.trellisrec.tensorflow.layers.Mlp;

/**
 * From codes to logits. Its last layer is kept as one vector per item with the bias at the end, so
 * that the logit of an item is the dot product with the last hidden layer and a 1. Zeros follow up
 * to whole cache lines: rows of 601 values cost up to a tenth more time than rows of 608.
 */
final class Decoder {
  /** Values of a cache line of 64 bytes. */
  private static final int LINE = 16;

  private final Mlp hidden;
  private final Embedding weights;
  private final Embedding biases;
  private final int zeros;

  Decoder(Parameters parameters, int items, MultVae.Params params) {
    List<Integer> sizes = new ArrayList<>(params.hiddenLayers());
    Collections.reverse(sizes);
    hidden =
        new Mlp(
            parameters,
            "decoder",
            params.latentSize(),
            Mlp.Shape.plain(
                sizes, Activation.TANH, Activation.TANH, params.initializer(), Initializer.ZEROS));
    int width = hidden.shape().outputs();
    weights = new Embedding(parameters, "decoder/items", items, width, params.initializer());
    biases = new Embedding(parameters, "decoder/biases", items, 1, Initializer.ZEROS);
    zeros = LINE - 1 - width % LINE;
  }

  /**
   * What the vectors of items are multiplied with.
   *
   * @param codes n x latent size
   * @return n x d, where d is the width, 1 and the zeros
   */
  Operand<TFloat32> users(Pass pass, Operand<TFloat32> codes) {
    Ops tf = pass.tf();
    return BiasColumn.padded(tf, BiasColumn.ones(tf, hidden.apply(pass, codes)), zeros);
  }

  /** The vectors of all items, items x d. */
  Operand<TFloat32> allItems(Ops tf) {
    return vectors(tf, weights.table(), biases.table());
  }

  /** The vectors of some items, m x d. */
  Operand<TFloat32> items(Pass pass, EntityInput input) {
    return vectors(
        pass.tf(), weights.apply(pass, input.indices()), biases.apply(pass, input.indices()));
  }

  private Operand<TFloat32> vectors(
      Ops tf, Operand<TFloat32> ofItems, Operand<TFloat32> withBiases) {
    return BiasColumn.join(tf, ofItems, BiasColumn.padded(tf, withBiases, zeros));
  }
}
