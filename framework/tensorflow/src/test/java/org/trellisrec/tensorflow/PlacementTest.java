package org.trellisrec.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.DeviceSpec.DeviceType;
import org.trellisrec.spi.Device;
import org.trellisrec.spi.InputException;

class PlacementTest {
  private static final List<String> CPU_ONLY = List.of("CPU:0");
  private static final List<String> TWO_GPUS = List.of("CPU:0", "GPU:0", "GPU:1");

  private final List<String> notes = new ArrayList<>();

  @Test
  void aMissingGpuIsAnError() {
    assertThatThrownBy(() -> Placement.of(Device.gpu(0), CPU_ONLY, notes::add))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("the device gpu:0 was asked for, but TensorFlow sees only CPU:0;");
    assertThatThrownBy(() -> Placement.of(Device.gpu(2), TWO_GPUS, notes::add))
        .hasMessageContaining("gpu:2 was asked for, but TensorFlow sees only CPU:0, GPU:0, GPU:1");
  }

  @Test
  void aPresentGpuIsTakenStrictly() {
    assertThat(Placement.of(Device.gpu(1), TWO_GPUS, notes::add))
        .isEqualTo(new Placement(DeviceType.GPU, 1, true));
    assertThat(notes).isEmpty();
  }

  @Test
  void autoTakesTheFirstGpu() {
    assertThat(Placement.of(Device.AUTO, TWO_GPUS, notes::add))
        .isEqualTo(new Placement(DeviceType.GPU, 0, false));
    assertThat(notes).isEmpty();
  }

  @Test
  void autoFallsBackToTheCpuAndSaysSo() {
    assertThat(Placement.of(Device.AUTO, CPU_ONLY, notes::add))
        .isEqualTo(new Placement(DeviceType.CPU, 0, false));
    assertThat(notes).containsExactly("device auto: TensorFlow sees no GPU, so the CPU is used");
  }

  @Test
  void theCpuIsTakenEvenBesideAGpu() {
    assertThat(Placement.of(Device.CPU, TWO_GPUS, notes::add))
        .isEqualTo(new Placement(DeviceType.CPU, 0, true));
  }

  @Test
  void onlyAGpuCannotGiveEqualBits() {
    Placement.of(Device.CPU, TWO_GPUS, notes::add).tellWhatDiffers(notes::add);
    assertThat(notes).isEmpty();

    Placement.of(Device.gpu(1), TWO_GPUS, notes::add).tellWhatDiffers(notes::add);
    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("deterministic: true is not kept on GPU:1:");
  }
}
