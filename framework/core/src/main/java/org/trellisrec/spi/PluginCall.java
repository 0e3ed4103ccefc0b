package org.trellisrec.spi;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Calls a plugin so that what it does wrong is told under its name.
 *
 * @param plugin the plugin as messages call it, for instance {@code the metric nDCG}
 */
public record PluginCall(String plugin) {
  /** Calls a plugin that is known by its class alone. */
  public static PluginCall of(String kind, Object plugin) {
    String simple = plugin.getClass().getSimpleName();
    return new PluginCall(
        "the %s %s".formatted(kind, simple.isEmpty() ? plugin.getClass().getName() : simple));
  }

  /**
   * What a method of the plugin returns.
   *
   * @throws IllegalStateException naming the plugin, if the method fails or returns null
   */
  public <T> T result(String method, Supplier<T> call) {
    T result;
    try {
      result = call.get();
    } catch (InputException | DivergedException | UnusableCheckpointException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw failed(e);
    }
    return present(method, result);
  }

  /**
   * Calls a method of the plugin that returns nothing.
   *
   * @throws IllegalStateException naming the plugin, if the method fails
   */
  public void run(Runnable call) {
    result(
        "",
        () -> {
          call.run();
          return this;
        });
  }

  /**
   * What a method has returned.
   *
   * @throws IllegalStateException naming the plugin, if it is null
   */
  public <T> T present(String method, T result) {
    if (result == null) {
      throw new IllegalStateException(
          "%s returned null from %s, where a result is due; correct the plugin"
              .formatted(plugin, method));
    }
    return result;
  }

  /**
   * A map that a method has returned.
   *
   * @throws IllegalStateException naming the plugin, if it is null or holds null
   */
  public <K, V> Map<K, V> present(String method, Map<K, V> result) {
    present(method, (Object) result);
    result.forEach(
        (key, value) -> {
          if (key == null || value == null) {
            throw new IllegalStateException(
                "%s returned from %s a map with the entry %s=%s, where nothing may be null; correct"
                        .formatted(plugin, method, key, value)
                    + " the plugin");
          }
        });
    return result;
  }

  /** The failure of the plugin, with its cause. */
  public IllegalStateException failed(Throwable cause) {
    return new IllegalStateException("%s failed: %s".formatted(plugin, cause), cause);
  }
}
