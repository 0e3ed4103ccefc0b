package org.trellisrec.tensorflow;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.SavedModel;

/**
 * A graph and the session that runs it. Closing it frees all native memory of both, variables
 * included. The graph is built once; runs may come from several threads. The first run opens the
 * session, as its settings depend on the size of the graph.
 */
public final class TfSession implements AutoCloseable {
  private static final String VARIABLE = "VariableV2";
  private static final String GRAPH_FILE = "saved_model.pb";

  private final Graph graph;
  private final SessionSettings settings;
  private final Ops ops;
  private Session session;

  private TfSession(Graph graph, SessionSettings settings, Ops ops) {
    this.graph = graph;
    this.settings = settings;
    this.ops = ops;
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
      Ops ops = Ops.create(graph).withDevice(settings.placement().spec());
      return new TfSession(graph, settings, ops);
    } catch (RuntimeException refused) {
      graph.close();
      throw refused;
    }
  }

  private synchronized Session session() {
    if (session == null) {
      session = new Session(graph, settings.toProto(values()));
    }
    return session;
  }

  /** Number of values in all variables. */
  private long values() {
    long sum = 0;
    Iterator<GraphOperation> operations = graph.operations();
    while (operations.hasNext()) {
      GraphOperation operation = operations.next();
      sum += operation.type().equals(VARIABLE) ? operation.output(0).shape().size() : 0;
    }
    return sum;
  }

  /** Builds operations of the graph, placed on the device of the settings. */
  public Ops ops() {
    return ops;
  }

  /** Where it computes. */
  public Placement placement() {
    return settings.placement();
  }

  /** The graph, for gradients. */
  public Graph graph() {
    return graph;
  }

  /** A new run: feed, fetch, and close the result. */
  public Session.Runner runner() {
    return session().runner();
  }

  /**
   * Writes the graph and the values of its variables as a SavedModel. Equal graphs are equal bytes:
   * TensorFlow writes the attributes of an operation in any order, so they are sorted after it.
   *
   * @param signature what of it can be called
   * @param folder an existing folder
   * @throws IOException if it cannot be written
   */
  public void export(Signature signature, Path folder) throws IOException {
    SavedModelBundle.exporter(folder.toString())
        .withSession(session())
        .withSignature(signature)
        .export();
    Path file = folder.resolve(GRAPH_FILE);
    SavedModel model = SavedModel.parseFrom(Files.readAllBytes(file));
    byte[] bytes = new byte[model.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    model.writeTo(out);
    Files.write(file, bytes);
  }

  @Override
  public synchronized void close() {
    if (session != null) {
      session.close();
    }
    graph.close();
  }
}
