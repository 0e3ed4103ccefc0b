package org.trellisrec.recommenders.autoencoder;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.graph.SparseMatrix;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.Dropout;
import org.trellisrec.tensorflow.layers.Mlp;
import org.trellisrec.tensorflow.layers.SparseDense;

/** From the rows of users to the distributions of their codes. */
final class Encoder {
  private final Dropout dropout;
  private final SparseDense input;
  private final Mlp rest;
  private final int latentSize;

  Encoder(Parameters parameters, int items, MultVae.Params params) {
    List<Integer> hidden = params.hiddenLayers();
    latentSize = params.latentSize();
    dropout = new Dropout(params.hiddenShare());
    input =
        new SparseDense(
            parameters,
            "encoder/input",
            items,
            hidden.get(0),
            params.initializer(),
            Initializer.ZEROS);
    List<Integer> sizes = new ArrayList<>(hidden.subList(1, hidden.size()));
    sizes.add(2 * latentSize);
    rest =
        new Mlp(
            parameters,
            "encoder",
            hidden.get(0),
            Mlp.Shape.plain(
                sizes,
                Activation.TANH,
                Activation.LINEAR,
                params.initializer(),
                Initializer.ZEROS));
  }

  /**
   * The distributions.
   *
   * @param rows n x items
   */
  Code apply(Pass pass, SparseMatrix rows) {
    Ops tf = pass.tf();
    SparseMatrix seen = rows.normalizedRows().mapped(values -> dropout.apply(pass, values));
    Operand<TFloat32> hidden = Activation.TANH.apply(tf, input.apply(tf, seen));
    Operand<TFloat32> both = rest.apply(pass, hidden);
    return new Code(columns(tf, both, 0), columns(tf, both, latentSize));
  }

  private Operand<TFloat32> columns(Ops tf, Operand<TFloat32> x, int from) {
    return tf.slice(x, tf.constant(new int[] {0, from}), tf.constant(new int[] {-1, latentSize}));
  }
}
