package org.trellisrec.config;

import org.trellisrec.spi.Plugin;

/**
 * A plugin with its parameters.
 *
 * @param name what the configuration calls it
 * @param plugin the plugin
 * @param params its parameters
 * @param <T> the extension point
 */
public record PluginConfig<T>(String name, Plugin<T> plugin, Record params) {
  /** Makes the plugin. */
  public T create(PluginCatalog catalog) {
    return catalog.create(plugin, params);
  }
}
