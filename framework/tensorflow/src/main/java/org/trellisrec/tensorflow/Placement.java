package org.trellisrec.tensorflow;

import java.util.Collection;
import java.util.function.Consumer;
import org.tensorflow.DeviceSpec;
import org.tensorflow.DeviceSpec.DeviceType;
import org.trellisrec.spi.Device;
import org.trellisrec.spi.InputException;

/**
 * Where a model will compute, after looking at what this machine has.
 *
 * @param type CPU or GPU
 * @param index which of them, from 0
 * @param strict true if the user named this device: an operation that cannot run there is then an
 *     error, while otherwise it runs on the CPU
 */
public record Placement(DeviceType type, int index, boolean strict) {
  private static final String FIRST_GPU = "GPU:0";

  /**
   * The place for a model on this machine.
   *
   * @param wanted what the user asked for
   * @param deterministic whether the user wants equal bits
   * @param notes told if {@code auto} finds no GPU, and if the place cannot give equal bits
   * @throws InputException if a GPU was asked for and is missing, or TensorFlow cannot be loaded
   */
  public static Placement of(Device wanted, boolean deterministic, Consumer<String> notes) {
    Placement placement = of(wanted, TensorFlowRuntime.devices(), notes);
    if (deterministic) {
      placement.tellWhatDiffers(notes);
    }
    return placement;
  }

  static Placement of(Device wanted, Collection<String> present, Consumer<String> notes) {
    return switch (wanted.kind()) {
      case CPU -> new Placement(DeviceType.CPU, 0, true);
      case GPU -> gpu(wanted, present);
      case AUTO -> automatic(present, notes);
    };
  }

  /** Some sums of a GPU have no fixed order. */
  void tellWhatDiffers(Consumer<String> notes) {
    if (type == DeviceType.GPU) {
      notes.accept(
          "deterministic: true is not kept on %s: the same seed need not give the same bits there; use device: cpu if it must, or say deterministic: false"
              .formatted(this));
    }
  }

  private static Placement gpu(Device wanted, Collection<String> present) {
    if (!present.contains("GPU:" + wanted.index())) {
      throw new InputException(
          "the device %s was asked for, but TensorFlow sees only %s; use device: auto or cpu, or a "
              + "build with -Pgpu and an NVIDIA driver with CUDA and cuDNN",
          wanted, String.join(", ", present));
    }
    return new Placement(DeviceType.GPU, wanted.index(), true);
  }

  private static Placement automatic(Collection<String> present, Consumer<String> notes) {
    if (present.contains(FIRST_GPU)) {
      return new Placement(DeviceType.GPU, 0, false);
    }
    notes.accept("device auto: TensorFlow sees no GPU, so the CPU is used");
    return new Placement(DeviceType.CPU, 0, false);
  }

  /** For instance {@code CPU:0}. */
  @Override
  public String toString() {
    return type + ":" + index;
  }

  /** The name in TensorFlow's words. */
  DeviceSpec spec() {
    return DeviceSpec.newBuilder().deviceType(type).deviceIndex(index).build();
  }
}
