package org.trellisrec.tensorflow.training;

import org.tensorflow.op.Ops;
import org.trellisrec.tensorflow.graph.Parameters;

/** Makes a network in a graph. */
@FunctionalInterface
public interface NetworkFactory {
  /**
   * The network, with its layers.
   *
   * @param tf builds operations outside of any pass, for instance constants
   * @param parameters takes its variables
   */
  Network create(Ops tf, Parameters parameters);
}
