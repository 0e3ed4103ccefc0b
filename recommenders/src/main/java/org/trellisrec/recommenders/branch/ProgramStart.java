package org.trellisrec.recommenders.branch;

import org.trellisrec.tensorflow.graph.Initializer;

/**
 * How the program of the authors of SiBraR (RecSys 2024) starts vectors and projections of
 * modalities. Biases of projections start at 0.
 */
final class ProgramStart {
  /** Weights of projections. */
  static final Initializer WEIGHTS = Initializer.KAIMING_UNIFORM;

  /** Vectors whose mean stands for several labels: the start of PyTorch's embedding bags. */
  static final Initializer BAG = Initializer.normal(1);

  private ProgramStart() {}

  /** Vectors of this length that stand for an entity or a label of its own. */
  static Initializer vectors(int length) {
    return Initializer.normal(0.1 / length);
  }
}
