package org.trellisrec.config;

import com.google.inject.Binder;
import com.google.inject.ConfigurationException;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Plugin;

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
      throw new InputException(
          "the plugin %s cannot be made (its class %s needs one constructor with @Inject that takes"
              + " %s): %s",
          plugin.name(),
          plugin.type().getName(),
          plugin.params().getName(),
          e.getErrorMessages().iterator().next().getMessage());
    }
  }

  private static <P extends Record> void bind(Binder binder, Class<P> type, Record params) {
    binder.bind(type).toInstance(type.cast(params));
  }
}
