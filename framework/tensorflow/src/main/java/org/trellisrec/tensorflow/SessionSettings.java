package org.trellisrec.tensorflow;

import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/**
 * How a session computes.
 *
 * <p>Operations run one after another, each on up to {@code threads} threads. This is the fastest
 * setting for graphs that are one chain of matrix products, and it keeps the order of every sum, so
 * that results repeat bit by bit. Each session has its own threads: the shared pools of a process
 * take the size that its first session asks for, and sessions side by side would wait for each
 * other in them.
 *
 * @param placement where to compute
 * @param threads how many threads one operation may use, at least 1
 */
public record SessionSettings(Placement placement, int threads) {
  /** Checks the number of threads. */
  public SessionSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("a session needs at least 1 thread, not " + threads);
    }
  }

  ConfigProto toProto() {
    ConfigProto.Builder proto =
        withThreads(threads).toBuilder().setAllowSoftPlacement(!placement.strict());
    if (placement.type() == DeviceType.CPU) {
      proto.putDeviceCount("GPU", 0);
    }
    return proto.build();
  }

  /** What suffices to ask a session for its devices. */
  static ConfigProto smallest() {
    return withThreads(1);
  }

  private static ConfigProto withThreads(int threads) {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(threads)
        .setInterOpParallelismThreads(1)
        .setUsePerSessionThreads(true)
        .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
        .build();
  }
}
