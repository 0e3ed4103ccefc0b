package org.trellisrec.tensorflow;

import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/**
 * How a session computes.
 *
 * <p>Up to {@code threads} operations run at once, each on one thread: products of users and of
 * items, and of slices of columns, do not wait for each other. The order of every sum stays, so
 * that results repeat bit by bit for every number of threads: an operation with several of them
 * would cut its sums by their number, and TensorFlow's arithmetic optimiser would make one AddN of
 * sums that are to be added in order, see {@link org.trellisrec.tensorflow.graph.Sums}. Where
 * variables are small, so as a rule is everything else, and everything runs on one thread: to wake
 * another one takes longer than what it would do.
 *
 * <p>Each session has its own threads if the environment variable {@code
 * TF_OVERRIDE_GLOBAL_THREADPOOL} is 1, as the launcher sets it. Otherwise all sessions of a process
 * share as many as there are processors.
 *
 * @param placement where to compute
 * @param threads how many operations may run at once, at least 1
 */
public record SessionSettings(Placement placement, int threads) {
  /** In values of all variables: 32 MB, a model of two million parameters with Adam's moments. */
  private static final long WORTH_SEVERAL_THREADS = 8_000_000;

  /** Checks the number of threads. */
  public SessionSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("a session needs at least 1 thread, not " + threads);
    }
  }

  /**
   * The settings for TensorFlow.
   *
   * @param values number of values in the variables of the graph
   */
  ConfigProto toProto(long values) {
    ConfigProto.Builder proto =
        withThreads(values < WORTH_SEVERAL_THREADS ? 1 : threads).toBuilder()
            .setAllowSoftPlacement(!placement.strict());
    if (placement.type() == DeviceType.CPU) {
      proto.putDeviceCount("GPU", 0);
    }
    return proto.build();
  }

  /**
   * To ask a session for its devices. It may be the first one of the process, whose threads are
   * then those of all that share.
   */
  static ConfigProto forDevices() {
    return withThreads(Runtime.getRuntime().availableProcessors());
  }

  private static ConfigProto withThreads(int threads) {
    RewriterConfig rewriting =
        RewriterConfig.newBuilder().setArithmeticOptimization(RewriterConfig.Toggle.OFF).build();
    return ConfigProto.newBuilder()
        .setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriting))
        .setIntraOpParallelismThreads(1)
        .setInterOpParallelismThreads(threads)
        .setUsePerSessionThreads(true)
        .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
        .build();
  }
}
