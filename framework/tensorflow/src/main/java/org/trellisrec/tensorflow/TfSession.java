package org.trellisrec.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.op.Ops;

/**
 * A graph and the session that runs it. Closing it frees all native memory of both, variables
 * included. The graph is built once; runs may come from several threads.
 */
public final class TfSession implements AutoCloseable {
  private final Graph graph;
  private final Session session;
  private final Ops ops;
  private final Placement placement;

  private TfSession(Graph graph, Session session, Ops ops, Placement placement) {
    this.graph = graph;
    this.session = session;
    this.ops = ops;
    this.placement = placement;
  }

  /**
   * A session with an empty graph.
   *
   * @throws org.trellisrec.spi.InputException if TensorFlow cannot be loaded
   */
  public static TfSession open(SessionSettings settings) {
    TensorFlowRuntime.version();
    Graph graph = new Graph();
    try {
      Session session = new Session(graph, settings.toProto());
      return new TfSession(
          graph,
          session,
          Ops.create(graph).withDevice(settings.placement().spec()),
          settings.placement());
    } catch (RuntimeException refused) {
      graph.close();
      throw refused;
    }
  }

  /** Builds operations of the graph, placed on the device of the settings. */
  public Ops ops() {
    return ops;
  }

  /** Where it computes. */
  public Placement placement() {
    return placement;
  }

  /** The graph, for gradients. */
  public Graph graph() {
    return graph;
  }

  /** A new run: feed, fetch, and close the result. */
  public Session.Runner runner() {
    return session.runner();
  }

  /**
   * Writes the graph and the values of its variables as a SavedModel.
   *
   * @param signature what of it can be called
   * @param folder an existing folder
   * @throws IOException if it cannot be written
   */
  public void export(Signature signature, Path folder) throws IOException {
    SavedModelBundle.exporter(folder.toString())
        .withSession(session)
        .withSignature(signature)
        .export();
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
