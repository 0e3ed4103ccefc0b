package org.trellisrec.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {
  @Test
  void namesAreReadInAnyCase() {
    assertThat(Device.parse("auto")).isEqualTo(Device.AUTO);
    assertThat(Device.parse(" CPU ")).isEqualTo(Device.CPU);
    assertThat(Device.parse("gpu")).isEqualTo(Device.gpu(0));
    assertThat(Device.parse("GPU:3")).isEqualTo(Device.gpu(3));
  }

  @Property(tries = 50)
  void theNameOfADeviceIsReadBack(@ForAll @IntRange(max = 9999) int index) {
    assertThat(Device.parse(Device.gpu(index).toString())).isEqualTo(Device.gpu(index));
    assertThat(Device.parse(Device.CPU.toString())).isEqualTo(Device.CPU);
    assertThat(Device.parse(Device.AUTO.toString())).isEqualTo(Device.AUTO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cuda", "gpu:", "gpu:-1", "gpu:x", "cpu:0", "gpu:12345"})
  void anythingElseIsRefused(String name) {
    assertThatThrownBy(() -> Device.parse(name))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "'%s' is not a device; expected auto, cpu, gpu or gpu:N, where N counts from 0", name);
  }
}
