package org.trellisrec.tensorflow.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.FitContext;
import org.trellisrec.tensorflow.Placement;
import org.trellisrec.tensorflow.SessionSettings;
import org.trellisrec.tensorflow.TfSession;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.Feeds;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.optimizer.Optimizer;
import org.trellisrec.tensorflow.optimizer.OptimizerParams;

/**
 * The whole graph of a network with its session: training step, inference, and a second copy of
 * every variable of the model for the best weights so far.
 */
final class NetworkGraph implements AutoCloseable {
  private final TfSession session;
  private final Parameters parameters;
  private final Pass pass;
  private final BatchInput batch;
  private final Operand<TFloat32> loss;
  private final Optimizer optimizer;
  private final Inference inference;
  private final Map<String, Long> counts;
  private final Op keepBest;
  private final Op takeBest;

  NetworkGraph(
      TfSession session,
      TrainingData data,
      FitContext context,
      OptimizerParams params,
      NetworkFactory factory) {
    this.session = session;
    Ops tf = session.ops();
    parameters = new Parameters(tf, context.seed().derive("initial"));
    Network network = factory.create(tf, parameters);
    counts = parameters.counts();
    Map<String, Variable<TFloat32>> model = new LinkedHashMap<>(parameters.all());
    pass = Pass.training(tf);
    batch = new BatchInput(tf, data);
    loss = network.loss(pass, batch);
    optimizer = new Optimizer(session.graph(), pass, parameters, loss, params);
    List<Op> keep = new ArrayList<>();
    List<Op> take = new ArrayList<>();
    model.forEach(
        (name, variable) -> {
          Variable<TFloat32> best =
              parameters.state("best/" + name, variable.shape(), Initializer.ZEROS);
          keep.add(tf.assign(best, variable));
          take.add(tf.assign(variable, best));
        });
    keepBest = tf.withControlDependencies(keep).noOp();
    takeBest = tf.withControlDependencies(take).noOp();
    inference = new Inference(session, network, data);
    session
        .runner()
        .addTarget(tf.withControlDependencies(parameters.initial()).noOp())
        .run()
        .close();
  }

  /** The graph on the device that the user asked for. */
  static NetworkGraph open(
      TrainingData data, FitContext context, OptimizerParams params, NetworkFactory factory) {
    Placement placement = Placement.of(context.device(), context::note);
    TfSession session = TfSession.open(new SessionSettings(placement, context.threads()));
    try {
      return new NetworkGraph(session, data, context, params, factory);
    } catch (RuntimeException | Error refused) {
      session.close();
      throw refused;
    }
  }

  /** The values that a step needs; to be closed. */
  Feeds feeds(Batch values, long step) {
    Feeds feeds = new Feeds();
    batch.fill(values, feeds);
    pass.fillSeed(values.seed(), feeds);
    optimizer.fill(step, feeds);
    return feeds;
  }

  /** Does a step; returns the loss before it. */
  float step(Feeds feeds) {
    try (Result result =
        feeds.into(session.runner()).addTarget(optimizer.step()).fetch(loss).run()) {
      return ((TFloat32) result.get(0)).getFloat();
    }
  }

  void keepBest() {
    session.runner().addTarget(keepBest).run().close();
  }

  void takeBest() {
    session.runner().addTarget(takeBest).run().close();
  }

  /** Which variables hold values that are not finite, in words. */
  String firstNotFinite() {
    for (Map.Entry<String, Variable<TFloat32>> entry : parameters.trained().entrySet()) {
      try (Result result = session.runner().fetch(entry.getValue()).run()) {
        var values = result.get(0).asRawTensor().data().asFloats();
        for (long i = 0; i < values.size(); i++) {
          if (!Float.isFinite(values.getFloat(i))) {
            return "the first parameter that is not finite is " + entry.getKey();
          }
        }
      }
    }
    return "all parameters are still finite";
  }

  Inference inference() {
    return inference;
  }

  Parameters parameters() {
    return parameters;
  }

  TfSession session() {
    return session;
  }

  /** Number of trained values by block. */
  Map<String, Long> counts() {
    return counts;
  }

  @Override
  public void close() {
    session.close();
  }
}
