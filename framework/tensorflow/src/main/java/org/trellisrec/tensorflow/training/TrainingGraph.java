package org.trellisrec.tensorflow.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.data.EnumWord;
import org.trellisrec.tensorflow.TfSession;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.Feeds;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.graph.Precision;
import org.trellisrec.tensorflow.graph.Saver;
import org.trellisrec.tensorflow.optimizer.Optimizer;

/**
 * What training adds to the graph of a model: the step, and a second copy of every variable of the
 * model for the best weights so far.
 */
final class TrainingGraph {
  /** Products of two values below it, and sums of hundreds of these, are finite in 32 bits. */
  private static final float BOUND = 0x1p60f;

  private final ModelGraph model;
  private final TfSession session;
  private final Pass pass;
  private final BatchInput batch;
  private final Operand<TFloat32> loss;
  private final Optimizer optimizer;
  private final Operand<TBool> bounded;
  private final Op keepBest;
  private final Op takeBest;
  private final Saver saver;

  /** Adds the operations, and gives every variable its first value. */
  TrainingGraph(ModelGraph model, TrainingParams params) {
    this.model = model;
    this.session = model.session();
    Ops tf = session.ops();
    Parameters parameters = model.parameters();
    pass = Pass.training(tf, params.precision());
    batch = new BatchInput(tf, model.recipe().data());
    loss = model.network().loss(pass, batch);
    if (loss.shape().numDimensions() > 0) {
      throw new IllegalArgumentException(
          "the loss has the shape %s, but one number is expected; take the mean or the sum"
              .formatted(loss.shape()));
    }
    if (params.precision() != Precision.FLOAT32 && !pass.hasDenseProducts()) {
      model
          .recipe()
          .context()
          .note(
              "precision is %s, but nothing in this training could be rounded: it is that of float32"
                  .formatted(EnumWord.of(params.precision())));
    }
    optimizer = new Optimizer(session.graph(), pass, parameters, loss, params.optimizer());
    bounded = allBounded(tf, parameters.trained().values());
    List<Op> keep = new ArrayList<>();
    List<Op> take = new ArrayList<>();
    model
        .variables()
        .forEach(
            (name, variable) -> {
              Variable<TFloat32> best =
                  parameters.state("best/" + name, variable.shape(), Initializer.ZEROS);
              keep.add(tf.assign(best, variable));
              take.add(tf.assign(variable, best));
            });
    keepBest = tf.withControlDependencies(keep).noOp();
    takeBest = tf.withControlDependencies(take).noOp();
    saver = new Saver(tf, parameters.all());
    model.initialize();
    try (Feeds vectors = new Feeds()) {
      batch.fillVectors(vectors);
      vectors.into(session.runner()).addTarget(batch.vectorsKept()).run().close();
    }
  }

  /** NaN is below nothing. */
  private static Operand<TBool> allBounded(Ops tf, Collection<Variable<TFloat32>> variables) {
    Operand<TInt32> column = tf.constant(new int[] {-1});
    Operand<TInt32> first = tf.constant(0);
    List<Operand<TBool>> each = new ArrayList<>();
    for (Variable<TFloat32> variable : variables) {
      Operand<TBool> below = tf.math.less(tf.math.abs(variable), tf.constant(BOUND));
      each.add(tf.reduceAll(tf.reshape(below, column), first));
    }
    return tf.reduceAll(tf.stack(each), first);
  }

  /** The values that a step needs; to be closed. */
  Feeds feeds(Batch values, long step) {
    Feeds feeds = new Feeds();
    try {
      batch.fill(values, feeds);
      pass.fillSeed(values.seed(), feeds);
      optimizer.fill(step, feeds);
      return feeds;
    } catch (RuntimeException | Error e) {
      feeds.close();
      throw e;
    }
  }

  /**
   * Does a step, unless the loss is not finite: then the weights stay what led to it, so that the
   * cause can be found among them.
   *
   * @return the loss before the step
   */
  float step(Feeds feeds) {
    try {
      return loss(feeds.into(session.runner()).addTarget(optimizer.step()));
    } catch (TFInvalidArgumentException refused) {
      float value = loss(feeds.into(session.runner()));
      if (Float.isFinite(value)) {
        throw refused;
      }
      return value;
    }
  }

  private float loss(Session.Runner runner) {
    try (Result result = runner.fetch(loss).run()) {
      return ((TFloat32) result.get(0)).getFloat();
    }
  }

  void keepBest() {
    model.run(keepBest);
  }

  void takeBest() {
    model.run(takeBest);
  }

  /** Size of all that the next step depends on. */
  long stateBytes() {
    return model.parameters().all().values().stream()
        .mapToLong(variable -> variable.shape().size() * Float.BYTES)
        .sum();
  }

  /** Writes all that the next step depends on. */
  void save(Path files) {
    saver.save(session, files);
  }

  /** Reads what {@link #save} wrote. */
  void restore(Path files) {
    saver.restore(session, files);
  }

  /** True if no trained variable holds a NaN, or a value whose products would be infinite. */
  boolean isBounded() {
    try (Result result = session.runner().fetch(bounded).run()) {
      return ((TBool) result.get(0)).getBoolean();
    }
  }

  /** Which variable holds a value that is not finite, or else the largest one, in words. */
  String worstParameter() {
    String where = "";
    float largest = 0;
    for (Map.Entry<String, Variable<TFloat32>> entry : model.parameters().trained().entrySet()) {
      try (Result result = session.runner().fetch(entry.getValue()).run()) {
        var values = result.get(0).asRawTensor().data().asFloats();
        for (long i = 0; i < values.size(); i++) {
          float size = Math.abs(values.getFloat(i));
          if (!Float.isFinite(size)) {
            return "the first parameter that is not finite is " + entry.getKey();
          }
          if (size >= largest) {
            largest = size;
            where = entry.getKey();
          }
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "all parameters are still finite; the largest, in %s, is %.3g",
        where,
        largest);
  }
}
