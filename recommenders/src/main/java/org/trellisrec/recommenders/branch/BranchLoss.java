package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Cosine;
import org.trellisrec.tensorflow.layers.Losses;

/** The losses that models of this package can be trained with. */
public enum BranchLoss {
  /** Cross-entropy of positives and sampled negatives. */
  BCE {
    @Override
    Objective objective(LossSettings settings) {
      if (settings.similarity() == SimilarityKind.COSINE) {
        return new CrossEntropy(settings.mu(), settings.greatestLabel(), settings.reduction());
      }
      return (pass, batch, similarity, users, items) -> {
        Ops tf = pass.tf();
        Operand<TFloat32> labels =
            tf.math.div(batch.labels(), tf.constant((float) settings.greatestLabel()));
        Operand<TFloat32> terms =
            Losses.logisticCrossEntropy(tf, similarity.ofLists(pass, users, items), labels);
        return settings.reduction().apply(tf, terms);
      };
    }
  },

  /** Bayesian personalised ranking. */
  BPR {
    @Override
    Objective objective(LossSettings settings) {
      return (pass, batch, similarity, users, items) ->
          Losses.bpr(
              pass.tf(),
              warmed(pass, similarity.ofLists(pass, users, items), settings.temperature()));
    }
  },

  /** Softmax over a positive and its sampled negatives. */
  SOFTMAX {
    @Override
    Objective objective(LossSettings settings) {
      return (pass, batch, similarity, users, items) ->
          Losses.softmax(pass.tf(), similarity.ofLists(pass, users, items), settings.temperature());
    }
  },

  /** Symmetric InfoNCE between the users and the positives of a batch. */
  INFONCE {
    @Override
    Objective objective(LossSettings settings) {
      boolean cosine = settings.similarity() == SimilarityKind.COSINE;
      return (pass, batch, similarity, users, items) -> {
        Ops tf = pass.tf();
        Operand<TFloat32> positives = tf.reshape(items, tf.shape(users));
        return cosine
            ? Losses.infoNce(
                tf,
                Cosine.normalize(tf, users),
                Cosine.normalize(tf, positives),
                settings.temperature())
            : Losses.infoNce(tf, users, positives, settings.temperature());
      };
    }
  };

  /** True if it needs sampled negatives. */
  boolean samples() {
    return this != INFONCE;
  }

  /** The objective. */
  abstract Objective objective(LossSettings settings);

  private static Operand<TFloat32> warmed(Pass pass, Operand<TFloat32> scores, double temperature) {
    return pass.tf().math.div(scores, pass.tf().constant((float) temperature));
  }
}
