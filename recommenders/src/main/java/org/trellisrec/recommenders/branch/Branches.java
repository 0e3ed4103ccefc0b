package org.trellisrec.recommenders.branch;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.BatchNorm;
import org.trellisrec.tensorflow.layers.Cosine;
import org.trellisrec.tensorflow.layers.Dropout;
import org.trellisrec.tensorflow.layers.Mlp;

/**
 * What turns projected modalities into embeddings: one branch for all of them (SiBraR), one for
 * each (MuBraR), or none.
 *
 * @param each the branches: one, or one per modality
 * @param normalizeInput true if rows are scaled to length 1 before the branch
 * @param inputDropout before the branch
 */
record Branches(List<Branch> each, boolean normalizeInput, Dropout inputDropout) {
  /**
   * A branch.
   *
   * @param layers its layers
   * @param norm a batch norm after it, or null
   */
  record Branch(Mlp layers, BatchNorm norm) {
    Operand<TFloat32> apply(Pass pass, Operand<TFloat32> x, Operand<TFloat32> counts) {
      Operand<TFloat32> y = layers.apply(pass, x, counts);
      return norm == null ? y : norm.apply(pass, y, counts);
    }

    /** The same branch for rows of another kind, with running means of its own. */
    Branch of(Parameters parameters, String kind) {
      return new Branch(
          layers.of(parameters, kind), norm == null ? null : norm.of(parameters, kind));
    }
  }

  /** True if equal rows give different embeddings in training. */
  boolean isRandom() {
    return inputDropout.rate() > 0
        || each.stream().anyMatch(branch -> branch.layers().shape().isRandom());
  }

  /**
   * The embeddings of the rows of all modalities, one below the other.
   *
   * @param projected the rows of every modality, each n_m x p
   * @param counts how many slots each row stands for in batch norms, each n_m; nulls for one each
   * @return (sum of n_m) x d
   */
  Operand<TFloat32> apply(
      Pass pass, List<Operand<TFloat32>> projected, List<Operand<TFloat32>> counts) {
    if (each.isEmpty()) {
      return joined(pass.tf(), projected);
    }
    if (each.size() == 1) {
      Ops tf = pass.tf();
      return each.get(0).apply(pass, input(pass, joined(tf, projected)), all(tf, counts));
    }
    List<Operand<TFloat32>> embedded = new ArrayList<>();
    for (int m = 0; m < projected.size(); m++) {
      embedded.add(each.get(m).apply(pass, input(pass, projected.get(m)), counts.get(m)));
    }
    return joined(pass.tf(), embedded);
  }

  private Operand<TFloat32> input(Pass pass, Operand<TFloat32> x) {
    return inputDropout.apply(pass, normalizeInput ? Cosine.normalize(pass.tf(), x) : x);
  }

  private static Operand<TFloat32> all(Ops tf, List<Operand<TFloat32>> counts) {
    return counts.contains(null) ? null : joined(tf, counts);
  }

  private static Operand<TFloat32> joined(Ops tf, List<Operand<TFloat32>> parts) {
    return parts.size() == 1 ? parts.get(0) : tf.concat(parts, tf.constant(0));
  }
}
