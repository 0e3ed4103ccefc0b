package org.trellisrec.tensorflow.graph;

/** Names of operations. */
final class GraphNames {
  private GraphNames() {}

  /**
   * A name that TensorFlow accepts: what it does not, such as spaces in the name of a modality,
   * becomes a dot. Two names that become the same are told apart by the graph, in the order in
   * which they are added.
   */
  static String legal(String name) {
    return name.replaceAll("[^A-Za-z0-9_.-]", ".");
  }
}
