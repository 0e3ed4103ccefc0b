package org.trellisrec.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.NoParams;
import org.trellisrec.spi.Plugin;

class PluginFactoryTest {
  record Params() {}

  static final class Breaking {
    @Inject
    Breaking(Params params) {
      throw new IllegalStateException("no room for " + params);
    }
  }

  record Size(int number) {}

  static final class Sized {
    @Inject
    Sized(Size size) {
      throw new AssertionError(size);
    }
  }

  static final class Uninjected {
    Uninjected(Params params) {
      throw new AssertionError(params);
    }
  }

  private static void create(Class<?> type) {
    create(type, new Params());
  }

  private static void create(Class<?> type, Record params) {
    Plugin<Object> plugin =
        new Plugin<>(Object.class, "Sample", List.of(), type, params.getClass(), "samples");
    PluginFactory.create(Guice.createInjector(), plugin, params);
  }

  @Test
  void paramsThatWereNotRegisteredAreAskedFor() {
    assertThatThrownBy(() -> create(Sized.class, new NoParams()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("takes " + Size.class.getName())
        .hasMessageContaining("module samples registers it without parameters")
        .hasMessageEndingWith(
            "register them too, as by object(\"Sample\", PluginFactoryTest.Sized.class, PluginFactoryTest.Size.class)");
  }

  @Test
  void aClassThatIsNotInjectedIsNotAskedForParams() {
    assertThatThrownBy(() -> create(Uninjected.class, new NoParams()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs one constructor with @Inject that takes");
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
