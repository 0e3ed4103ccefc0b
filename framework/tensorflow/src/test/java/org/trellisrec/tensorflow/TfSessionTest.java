package org.trellisrec.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.tensorflow.DeviceSpec;
import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

class TfSessionTest {
  private static final int VARIABLE_BYTES = 8 << 20;
  private static final SessionSettings ON_CPU =
      new SessionSettings(new Placement(DeviceType.CPU, 0, true), 2);

  @Test
  void aMatrixProductIsComputed() {
    try (TfSession session = TfSession.open(ON_CPU)) {
      Ops tf = session.ops();
      MatMul<TFloat32> product =
          tf.linalg.matMul(
              tf.constant(new float[][] {{1, 2}, {3, 4}}),
              tf.constant(new float[][] {{5, 6}, {7, 8}}));
      assertThat(session.graph().toGraphDef().getNodeList())
          .extracting(NodeDef::getDevice)
          .containsOnly("/device:CPU:0");
      assertThat(matrix(session, product)).isEqualTo(new float[][] {{19, 22}, {43, 50}});
    }
  }

  @Test
  void operationsMayBeAddedAfterARun() {
    try (TfSession session = TfSession.open(ON_CPU)) {
      Ops tf = session.ops();
      Operand<TFloat32> one = tf.constant(new float[][] {{1}});
      assertThat(matrix(session, one)).isEqualTo(new float[][] {{1}});
      assertThat(matrix(session, tf.math.add(one, one))).isEqualTo(new float[][] {{2}});
    }
  }

  @Test
  void aStrictDeviceIsNotReplacedByAnother() {
    try (TfSession session = TfSession.open(ON_CPU)) {
      Operand<TFloat32> elsewhere = onGpu(session);
      assertThatThrownBy(() -> matrix(session, elsewhere))
          .isInstanceOf(TFInvalidArgumentException.class)
          .hasMessageContaining("GPU");
    }
  }

  @Test
  void aDeviceChosenByItselfMayBeReplaced() {
    SessionSettings lenient = new SessionSettings(new Placement(DeviceType.CPU, 0, false), 1);
    try (TfSession session = TfSession.open(lenient)) {
      assertThat(matrix(session, onGpu(session))).isEqualTo(new float[][] {{1}});
    }
  }

  @Test
  void theCpuIsAlwaysListed() {
    assertThat(TensorFlowRuntime.devices()).contains("CPU:0");
    assertThat(TensorFlowRuntime.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(TensorFlowRuntime.cacheFolder()).isDirectory();
  }

  @Test
  void theHeapLimitDoesNotBoundNativeMemory() {
    assertThat(TensorFlowRuntime.version()).isNotEmpty();
    assertThat(Pointer.maxPhysicalBytes()).isZero();
  }

  /**
   * The heap may grow in one round, and pages come back to it; what is left behind grows in all.
   */
  @Test
  void closedSessionsLeaveNoVariablesBehind() {
    openAssignAndClose();
    long least = IntStream.range(0, 3).mapToLong(round -> growth()).min().orElseThrow();
    assertThat(least).isLessThan(10L * VARIABLE_BYTES);
  }

  private static long growth() {
    long before = Pointer.physicalBytes();
    IntStream.range(0, 20).forEach(i -> openAssignAndClose());
    return Pointer.physicalBytes() - before;
  }

  @Test
  void aLargeGraphHasTheThreadsThatWereAskedForAndASmallOneHasOne() throws IOException {
    Path tasks = Path.of("/proc/self/task");
    assumeTrue(Files.isDirectory(tasks), "only Linux lists the threads of a process");
    assumeTrue("1".equals(System.getenv("TF_OVERRIDE_GLOBAL_THREADPOOL")), "threads are shared");
    assertThat(threadsMore(tasks, 9_000_000)).isBetween(18L, 28L);
    assertThat(threadsMore(tasks, 1_000)).isLessThan(10);
  }

  /** Sums over so many rows that TensorFlow would give each thread a part of them. */
  @Test
  void theNumberOfThreadsDoesNotChangeTheBits() {
    assertThat(sums(2)).isEqualTo(sums(1));
    assertThat(sums(3)).isEqualTo(sums(1));
  }

  private static List<Float> sums(int threads) {
    int rows = 150_000;
    int width = 64;
    try (TfSession session = TfSession.open(new SessionSettings(ON_CPU.placement(), threads))) {
      Ops tf = session.ops();
      Variable<TFloat32> table = tf.variable(Shape.of(rows, width), TFloat32.class);
      Operand<TFloat32> waves =
          tf.math.sin(
              tf.range(tf.constant(0f), tf.constant((float) rows * width), tf.constant(1f)));
      session
          .runner()
          .addTarget(tf.assign(table, tf.reshape(waves, tf.array(rows, width))).op())
          .run()
          .close();
      Operand<TFloat32> shares = tf.fill(tf.array(rows, 1), tf.constant(0.3f));
      Operand<TFloat32> columns = tf.linalg.matMul(shares, table, MatMul.transposeA(true));
      Operand<TFloat32> bias = tf.nn.biasAddGrad(table);
      try (Result result =
          session
              .runner()
              .fetch(tf.nn.l2Loss(table))
              .fetch(tf.reduceSum(table, tf.array(0, 1)))
              .fetch(tf.gather(tf.reshape(columns, tf.array(-1)), tf.constant(5), tf.constant(0)))
              .fetch(tf.gather(bias, tf.constant(5), tf.constant(0)))
              .run()) {
        return IntStream.range(0, 4)
            .mapToObj(each -> ((TFloat32) result.get(each)).getFloat())
            .toList();
      }
    }
  }

  private static long threadsMore(Path tasks, int values) throws IOException {
    TensorFlowRuntime.devices();
    SessionSettings many = new SessionSettings(ON_CPU.placement(), 20);
    try (TfSession session = TfSession.open(many)) {
      Ops tf = session.ops();
      Operand<TFloat32> zeros = tf.zeros(tf.array(values), TFloat32.class);
      Operand<TFloat32> filled = tf.assign(tf.variable(Shape.of(values), TFloat32.class), zeros);
      long before = count(tasks);
      session.runner().addTarget(filled.op()).run().close();
      return count(tasks) - before;
    }
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }

  private static void openAssignAndClose() {
    try (TfSession session = TfSession.open(ON_CPU)) {
      Ops tf = session.ops();
      Operand<TFloat32> zeros =
          tf.zeros(tf.constant(new int[] {VARIABLE_BYTES / Float.BYTES}), TFloat32.class);
      session.runner().addTarget(tf.variable(zeros).op()).run().close();
      Operand<TFloat32> filled = tf.assign(tf.variable(zeros), zeros);
      session.runner().addTarget(filled.op()).run().close();
    }
  }

  private static Operand<TFloat32> onGpu(TfSession session) {
    Ops tf =
        session
            .ops()
            .withDevice(DeviceSpec.newBuilder().deviceType(DeviceType.GPU).deviceIndex(0).build());
    return tf.math.abs(tf.constant(new float[][] {{-1}}));
  }

  private static float[][] matrix(TfSession session, Operand<TFloat32> operand) {
    try (Result result = session.runner().fetch(operand).run()) {
      TFloat32 tensor = (TFloat32) result.get(0);
      float[][] rows = new float[(int) tensor.shape().get(0)][(int) tensor.shape().get(1)];
      StdArrays.copyFrom(tensor, rows);
      return rows;
    }
  }
}
