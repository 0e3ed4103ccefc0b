package org.trellisrec.tensorflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.tensorflow.TensorFlow;
import org.trellisrec.spi.InputException;

/**
 * The native TensorFlow library of this process. It is unpacked to {@link #cacheFolder()} at the
 * first use ever (about 700 MB on disk for the CPU build) and loaded at the first use in a process.
 *
 * <p>The library writes its own messages to the standard error stream. Only the environment
 * variable {@code TF_CPP_MIN_LOG_LEVEL}, set before the JVM starts, makes it quieter; the launcher
 * sets it. What goes through Abseil's logger, as the one line about MLIR at the first session and
 * the warning before it, comes at every level.
 */
public final class TensorFlowRuntime {
  private static final String MEMORY_LIMIT = "org.bytedeco.javacpp.maxphysicalbytes";

  static {
    // JavaCPP would otherwise refuse native memory beyond four times the heap limit.
    if (System.getProperty(MEMORY_LIMIT) == null) {
      System.setProperty(MEMORY_LIMIT, "0");
    }
  }

  private TensorFlowRuntime() {}

  /**
   * The version of the native library, for instance {@code 2.18.0}.
   *
   * @throws InputException if the library cannot be loaded on this machine
   */
  public static String version() {
    try {
      return TensorFlow.version();
    } catch (LinkageError unusable) {
      throw unusable(unusable);
    }
  }

  /**
   * Version and platform of the native library, for instance {@code 2.18.0 linux-x86_64}, with
   * {@code -gpu} at the end if it was built for GPUs.
   *
   * @throws InputException if the library cannot be loaded on this machine
   */
  public static String build() {
    String platform = Loader.getPlatform();
    String gpu = platform + "-gpu";
    boolean forGpu = TensorFlow.class.getResource("/org/tensorflow/internal/c_api/" + gpu) != null;
    return version() + " " + (forGpu ? gpu : platform);
  }

  /**
   * The devices that the library can compute on, for instance {@code CPU:0} and {@code GPU:0}.
   *
   * @throws InputException if the library cannot be loaded on this machine
   */
  public static List<String> devices() {
    version();
    return NativeDevices.ALL;
  }

  /** Where native libraries are unpacked to; {@code -Dorg.bytedeco.javacpp.cachedir} moves it. */
  public static Path cacheFolder() {
    try {
      return Loader.getCacheDir().toPath();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static InputException unusable(LinkageError cause) {
    return new InputException(
        "TensorFlow cannot be loaded on %s %s: %s. Supported are Linux on x86-64 and arm64, macOS "
            + "on arm64 and Windows on x86-64. The library needs 1 GB in the folder of "
            + "-Dorg.bytedeco.javacpp.cachedir (by default .javacpp/cache in the home folder)",
        System.getProperty("os.name"), System.getProperty("os.arch"), cause.getMessage());
  }
}
