package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.trellisrec.recommenders.factorization.WeightedAls;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Losses;

/** The squared error of what pretrained factors say of the pairs of a batch. */
record Reconstruction(WeightedAls.Vectors factors) implements Objective {
  @Override
  public Operand<TFloat32> loss(
      Pass pass,
      BatchInput batch,
      Similarity similarity,
      Operand<TFloat32> users,
      Operand<TFloat32> items) {
    Ops tf = pass.tf();
    Placeholder<TFloat32> targets =
        tf.withName("batch.targets")
            .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
    batch.feed(
        (values, into) -> {
          int[] ofUsers = Side.USERS.slots(values);
          int[] ofItems = Side.ITEMS.slots(values);
          float[] scores = new float[ofUsers.length];
          for (int pair = 0; pair < scores.length; pair++) {
            scores[pair] = (float) factors.score(ofUsers[pair], ofItems[pair]);
          }
          into.put(targets, scores, scores.length, 1);
        });
    Operand<TFloat32> found = similarity.ofLists(pass, users, items);
    return Losses.mean(tf, tf.math.square(tf.math.sub(found, targets)));
  }
}
