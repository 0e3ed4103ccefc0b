package org.trellisrec.tensorflow.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.FitContext;
import org.trellisrec.tensorflow.Placement;
import org.trellisrec.tensorflow.SessionSettings;
import org.trellisrec.tensorflow.TfSession;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Saver;

/** The graph of a network with its session: all it takes to score. */
final class ModelGraph implements AutoCloseable {
  /**
   * From what a graph is made.
   *
   * @param data what the network is about
   * @param context seed, device and threads
   * @param factory makes the network
   */
  record Recipe(TrainingData data, FitContext context, NetworkFactory factory) {
    /** A graph on the device that the user asked for; its variables have no values yet. */
    ModelGraph open() {
      return open(Placement.of(context.device(), context.deterministic(), context::note));
    }

    /** A graph on this device; its variables have no values yet. */
    ModelGraph open(Placement placement) {
      TfSession session = TfSession.open(new SessionSettings(placement, context.threads()));
      try {
        return new ModelGraph(this, session);
      } catch (RuntimeException | Error refused) {
        session.close();
        throw refused;
      }
    }
  }

  private final Recipe recipe;
  private final TfSession session;
  private final Parameters parameters;
  private final Network network;
  private final Inference inference;
  private final Map<String, Variable<TFloat32>> variables;
  private final Saver saver;

  private ModelGraph(Recipe recipe, TfSession session) {
    this.recipe = recipe;
    this.session = session;
    Ops tf = session.ops();
    parameters = new Parameters(tf, recipe.context().seed().derive("initial"));
    network = recipe.factory().create(tf, parameters);
    inference = new Inference(session, network, recipe.data());
    variables = new LinkedHashMap<>(parameters.all());
    saver = new Saver(tf, variables);
  }

  /** Gives every variable its first value, those of the training included. */
  void initialize() {
    run(session.ops().withControlDependencies(parameters.initial()).noOp());
  }

  void run(Op operation) {
    session.runner().addTarget(operation).run().close();
  }

  Recipe recipe() {
    return recipe;
  }

  TfSession session() {
    return session;
  }

  Network network() {
    return network;
  }

  Inference inference() {
    return inference;
  }

  /** All variables, those of the training included. */
  Parameters parameters() {
    return parameters;
  }

  /** The variables of the model, by name. */
  Map<String, Variable<TFloat32>> variables() {
    return variables;
  }

  /** Writes and reads the variables of the model. */
  Saver saver() {
    return saver;
  }

  @Override
  public void close() {
    session.close();
  }
}
