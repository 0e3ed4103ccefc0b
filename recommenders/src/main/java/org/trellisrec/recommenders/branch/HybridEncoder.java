package org.trellisrec.recommenders.branch;

import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Cosine;
import org.trellisrec.tensorflow.layers.Losses;
import org.trellisrec.tensorflow.layers.Scores;

/**
 * Encodes a warm entity by a trained vector and a cold one by its content. In training the content
 * replaces the vector in some slots, and a contrastive loss teaches it to tell whose vector it
 * belongs to. An entity without content is its vector in both places.
 *
 * @param vectors one per entity
 * @param content of the same length
 * @param replacement share of slots in which the content replaces the vector
 * @param weight of the contrastive loss
 * @param temperature of the contrastive loss
 */
record HybridEncoder(
    Collaborative vectors, Content content, double replacement, double weight, double temperature)
    implements ContentEncoder {
  @Override
  public Encoded training(Pass pass, BatchInput batch) {
    Ops tf = pass.tf();
    Side side = vectors.side();
    EntityInput distinct = side.distinct(batch);
    Operand<TFloat32> vector = vectors.of(pass, distinct);
    Operand<TFloat32> encoded = content.of(pass, distinct, vector);
    Operand<TFloat32> contrast =
        side == Side.ITEMS
            ? contrastOfItems(tf, batch, vector, encoded)
            : contrastOfUsers(tf, vector, encoded);
    Operand<TInt32> entities = side.distinctOfSlots(batch);
    Operand<TInt32> rows =
        tf.math.add(entities, tf.math.mul(replaced(pass, entities), rows(tf, vector)));
    Operand<TFloat32> below = tf.concat(List.of(vector, encoded), tf.constant(0));
    Operand<TFloat32> slots = tf.gather(below, rows, tf.constant(0));
    return new Encoded(slots, Optional.of(tf.math.mul(contrast, tf.constant((float) weight))));
  }

  /** 1 for every slot in which the content replaces the vector, else 0. */
  private Operand<TInt32> replaced(Pass pass, Operand<TInt32> slots) {
    Ops tf = pass.tf();
    Operand<TFloat32> draws = tf.random.statelessRandomUniform(tf.shape(slots), pass.nextSeed());
    return tf.dtypes.cast(tf.math.less(draws, tf.constant((float) replacement)), TInt32.class);
  }

  private static Operand<TInt32> rows(Ops tf, Operand<TFloat32> x) {
    return tf.gather(tf.shape(x), tf.constant(0), tf.constant(0));
  }

  /** The vector of the positive of every list among the contents of the items of the list. */
  private Operand<TFloat32> contrastOfItems(
      Ops tf, BatchInput batch, Operand<TFloat32> vector, Operand<TFloat32> encoded) {
    Operand<TInt32> lists = tf.reshape(batch.itemSlots(), batch.shape());
    Operand<TInt32> positives = tf.gather(lists, tf.constant(0), tf.constant(1));
    Operand<TFloat32> anchors = tf.gather(Cosine.normalize(tf, vector), positives, tf.constant(0));
    Operand<TFloat32> candidates = batch.perItem(Cosine.normalize(tf, encoded));
    return Losses.softmax(
        tf, Scores.ofLists(tf, anchors, batch.asLists(candidates, size())), temperature);
  }

  /** The vector of every user among the contents of the users of the batch. */
  private Operand<TFloat32> contrastOfUsers(
      Ops tf, Operand<TFloat32> vector, Operand<TFloat32> encoded) {
    Operand<TFloat32> cosines =
        tf.linalg.matMul(
            Cosine.normalize(tf, vector), Cosine.normalize(tf, encoded), MatMul.transposeB(true));
    return Losses.diagonal(tf, tf.math.div(cosines, tf.constant((float) temperature)));
  }

  @Override
  public Operand<TFloat32> inference(Pass pass, EntityInput entities) {
    Ops tf = pass.tf();
    Operand<TFloat32> vector = vectors.of(pass, entities);
    Operand<TFloat32> warm =
        Masks.of(tf, entities, "warm", (entity, rows, seen) -> vectors.covers(entity, seen));
    return Masks.choose(tf, warm, vector, content.of(pass, entities, vector));
  }
}
