package org.trellisrec.tensorflow;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.graph.Feeds;
import org.trellisrec.tensorflow.graph.Parameters;

/** A graph on the CPU with one set of parameters, for tests of what is built in it. */
public final class Workbench implements AutoCloseable {
  static {
    TensorFlowRuntime.version(); // sets what must be set before the first graph of the process
  }

  private final Graph graph = new Graph();
  private final Session session;
  private final Ops tf = Ops.create(graph);
  private final Parameters parameters;

  /** One operation at a time, as in the training of small networks. */
  public Workbench(long seed) {
    this(seed, 1);
  }

  /**
   * As in training.
   *
   * @param operations how many may run at a time
   */
  public Workbench(long seed, int operations) {
    session =
        new Session(
            graph,
            new SessionSettings(new Placement(DeviceType.CPU, 0, true), operations)
                .toProto(Long.MAX_VALUE));
    parameters = new Parameters(tf, new Seed(seed));
  }

  public Ops tf() {
    return tf;
  }

  public Graph graph() {
    return graph;
  }

  public Parameters parameters() {
    return parameters;
  }

  /** Gives every parameter its first value. */
  public void initialize() {
    run(tf.withControlDependencies(parameters.initial()).noOp(), feeds -> {});
  }

  /** Runs an operation. */
  public void run(Op op, Consumer<Feeds> fill) {
    try (Feeds feeds = new Feeds()) {
      fill.accept(feeds);
      feeds.into(session.runner()).addTarget(op).run().close();
    }
  }

  /** Runs an operation, and returns the value of a scalar in the same run. */
  public float run(Op op, Operand<TFloat32> scalar, Consumer<Feeds> fill) {
    try (Feeds feeds = new Feeds()) {
      fill.accept(feeds);
      try (Result result = feeds.into(session.runner()).addTarget(op).fetch(scalar).run()) {
        return ((TFloat32) result.get(0)).getFloat();
      }
    }
  }

  /** The values of an operand without feeds, last dimension fastest. */
  public float[] values(Operand<TFloat32> operand) {
    return values(operand, feeds -> {});
  }

  /** The values of an operand, last dimension fastest. */
  public float[] values(Operand<TFloat32> operand, Consumer<Feeds> fill) {
    return values(List.of(operand), fill).get(0);
  }

  /** The values of some operands in one run. */
  public List<float[]> values(List<Operand<TFloat32>> operands, Consumer<Feeds> fill) {
    try (Feeds feeds = new Feeds()) {
      fill.accept(feeds);
      Session.Runner runner = feeds.into(session.runner());
      operands.forEach(runner::fetch);
      try (Result result = runner.run()) {
        return IntStream.range(0, operands.size()).mapToObj(i -> copy(result, i)).toList();
      }
    }
  }

  private static float[] copy(Result result, int index) {
    var data = result.get(index).asRawTensor().data().asFloats();
    float[] values = new float[(int) data.size()];
    data.read(values);
    return values;
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
