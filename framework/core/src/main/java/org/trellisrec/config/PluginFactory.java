package org.trellisrec.config;

import com.google.inject.Binder;
import com.google.inject.ConfigurationException;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.NoParams;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.SideInformationReader;

/** Makes plugins in child injectors that bind nothing but their own params. */
final class PluginFactory {
  private static final Logger LOG = LogManager.getLogger(PluginFactory.class);

  private PluginFactory() {}

  /**
   * A plugin with these parameters.
   *
   * @throws InputException if its constructor refuses them or fails, or it has none to inject
   */
  static <T> T create(Injector injector, Plugin<T> plugin, Record params) {
    if (!plugin.params().isInstance(params)) {
      throw new IllegalArgumentException(
          plugin.name() + " takes " + plugin.params() + ", not " + params.getClass());
    }
    try {
      return injector
          .createChildInjector(binder -> bind(binder, plugin.params(), params))
          .getInstance(plugin.type());
    } catch (ProvisionException e) {
      if (e.getCause() instanceof InputException wrong) {
        throw wrong;
      }
      LOG.debug("the plugin {}", plugin.name(), e);
      throw new InputException(
          "the plugin %s cannot be made; the constructor of its class %s failed: %s",
          plugin.name(), plugin.type().getName(), e.getCause() == null ? e : e.getCause());
    } catch (ConfigurationException e) {
      throw new InputException(unregistered(plugin).orElseGet(() -> uninjectable(plugin, e)));
    }
  }

  private static String uninjectable(Plugin<?> plugin, ConfigurationException e) {
    return "the plugin %s cannot be made (its class %s needs one constructor with @Inject that takes %s): %s"
        .formatted(
            plugin.name(),
            plugin.type().getName(),
            plugin.params().getName(),
            e.getErrorMessages().iterator().next().getMessage());
  }

  /** The message for a plugin that takes parameters but was registered without them. */
  private static Optional<String> unregistered(Plugin<?> plugin) {
    if (plugin.params() != NoParams.class) {
      return Optional.empty();
    }
    return recordTaken(plugin.type())
        .map(
            params ->
                "the plugin %s cannot be made: the constructor of its class %s takes %s, but its module %s registers it without parameters; register them too, as by %s(\"%s\", %s.class, %s.class)"
                    .formatted(
                        plugin.name(),
                        plugin.type().getName(),
                        params.getName(),
                        plugin.module(),
                        registration(plugin.kind()),
                        plugin.name(),
                        inJava(plugin.type()),
                        inJava(params)));
  }

  /** The method of a plugin module that registers plugins of a kind. */
  private static String registration(Class<?> kind) {
    if (kind == DatasetReader.class) {
      return "reader";
    }
    return kind == SideInformationReader.class
        ? "sideInformation"
        : kind.getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static Optional<Class<?>> recordTaken(Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(constructor -> constructor.isAnnotationPresent(Inject.class))
        .flatMap(constructor -> Arrays.stream(constructor.getParameterTypes()))
        .filter(taken -> taken.isRecord() && taken != NoParams.class)
        .findFirst();
  }

  /** A class as its own source calls it: without the package. */
  private static String inJava(Class<?> type) {
    String name = type.getName().substring(type.getPackageName().length());
    return name.replaceFirst("^\\.", "").replace('$', '.');
  }

  private static <P extends Record> void bind(Binder binder, Class<P> type, Record params) {
    binder.bind(type).toInstance(type.cast(params));
  }
}
