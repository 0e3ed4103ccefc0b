package org.trellisrec.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Plugin;

class PluginFactoryTest {
  record Params() {}

  static final class Breaking {
    @Inject
    Breaking(Params params) {
      throw new IllegalStateException("no room for " + params);
    }
  }

  static final class Uninjected {
    Uninjected(Params params) {
      throw new AssertionError(params);
    }
  }

  private static void create(Class<?> type) {
    Plugin<Object> plugin =
        new Plugin<>(Object.class, "Sample", List.of(), type, Params.class, "samples");
    PluginFactory.create(Guice.createInjector(), plugin, new Params());
  }

  @Test
  void aConstructorThatFailsIsNamedWithItsReason() {
    assertThatThrownBy(() -> create(Breaking.class))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the plugin Sample cannot be made")
        .hasMessageContaining(Breaking.class.getName())
        .hasMessageContaining("IllegalStateException: no room for Params[]");
  }

  @Test
  void aClassWithoutAConstructorToInjectIsNamed() {
    assertThatThrownBy(() -> create(Uninjected.class))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Sample")
        .hasMessageContaining("@Inject");
  }
}
