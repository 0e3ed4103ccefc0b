package org.trellisrec.config;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import com.google.inject.spi.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trellisrec.config.bind.RecordBinder;
import org.trellisrec.config.bind.RecordSpec;
import org.trellisrec.config.yaml.Suggestions;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.MetricCatalog;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.PluginModule;

/** Every plugin there is, by kind and name. Names and aliases are matched case-insensitively. */
public final class PluginCatalog {
  private static final Key<Set<Plugin<?>>> PLUGINS = Key.get(new TypeLiteral<>() {});

  private final Injector injector;
  private final Map<PluginKind, Map<String, Plugin<?>>> byName = new EnumMap<>(PluginKind.class);

  private final String code;

  private PluginCatalog(List<PluginModule> modules, List<Path> jars) {
    this.code = ProgramCode.hash(jars);
    List<Module> all = new ArrayList<>(modules);
    all.add(binder -> binder.bind(MetricCatalog.class).toInstance(this::metric));
    this.injector = injector(all);
    for (PluginKind kind : PluginKind.values()) {
      byName.put(kind, new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    }
    if (!modules.isEmpty()) {
      injector.getInstance(PLUGINS).forEach(this::register);
    }
  }

  private static Injector injector(List<Module> modules) {
    try {
      return Guice.createInjector(Stage.PRODUCTION, modules);
    } catch (CreationException e) {
      Message first = e.getErrorMessages().iterator().next();
      throw new InputException(
          "%s; correct the plugin or remove its jar",
          first.getCause() == null ? first.getMessage() : first.getCause().getMessage());
    }
  }

  /** The plugins of these modules. */
  public static PluginCatalog of(PluginModule... modules) {
    return new PluginCatalog(List.copyOf(Arrays.asList(modules)), List.of());
  }

  /** The plugins of every module on the class path. */
  public static PluginCatalog load() {
    return new PluginCatalog(PluginJars.onClassPath(), List.of());
  }

  /**
   * The plugins of every module on the class path and in the jars of a folder.
   *
   * @param folder may be missing
   * @throws InputException if a jar cannot be used, naming it, or if there are jars and none of
   *     them names a plugin module
   */
  public static PluginCatalog load(Path folder) {
    List<Path> jars = PluginJars.in(folder);
    return new PluginCatalog(PluginJars.with(folder, jars), jars);
  }

  /** A hash of the program and of the jars with plugins, which tells changed ones apart. */
  public String code() {
    return code;
  }

  private void register(Plugin<?> plugin) {
    Map<String, Plugin<?>> names = byName.get(PluginKind.of(plugin.kind()));
    List<String> all = new ArrayList<>(plugin.aliases());
    all.add(0, plugin.name());
    for (String name : all) {
      Plugin<?> other = names.putIfAbsent(name, plugin);
      if (other != null) {
        throw new InputException(
            "two plugins claim the %s name '%s': %s of %s and %s of %s; remove one of the modules, "
                + "or rename one of the plugins",
            PluginKind.of(plugin.kind()).word(),
            name,
            other.name(),
            other.module(),
            plugin.name(),
            plugin.module());
      }
    }
  }

  /** The plugin with this name or alias. */
  public <T> Optional<Plugin<T>> find(Class<T> kind, String name) {
    return Optional.ofNullable(byName.get(PluginKind.of(kind)).get(name))
        .map(plugin -> cast(kind, usable(plugin)));
  }

  /**
   * The plugin with this name or alias.
   *
   * @throws InputException if there is none, with the name that was probably meant
   */
  public <T> Plugin<T> get(Class<T> kind, String name) {
    return find(kind, name).orElseThrow(() -> new InputException(unknown(kind, name)));
  }

  /** The message that no plugin has this name, with the name that was probably meant. */
  public String unknown(Class<?> kind, String name) {
    PluginKind known = PluginKind.of(kind);
    return "there is no %s '%s'%s"
        .formatted(
            known.word(),
            name,
            Suggestions.nearest(name, byName.get(known).keySet())
                .map(near -> "; did you mean '" + near + "'?")
                .orElseGet(() -> Suggestions.endOfMessage(name, names(kind))));
  }

  /** True if a plugin comes with the program, and not in a jar of the plugins folder. */
  public boolean isBuiltIn(Plugin<?> plugin) {
    return plugin.type().getClassLoader() == PluginCatalog.class.getClassLoader();
  }

  /** All plugins of a kind, by name. */
  public <T> List<Plugin<T>> all(Class<T> kind) {
    return byName.get(PluginKind.of(kind)).values().stream()
        .distinct()
        .sorted(Comparator.comparing(Plugin::name, String.CASE_INSENSITIVE_ORDER))
        .map(plugin -> cast(kind, usable(plugin)))
        .toList();
  }

  /** The names of all plugins of a kind, sorted, without aliases. */
  public List<String> names(Class<?> kind) {
    return byName.get(PluginKind.of(kind)).values().stream()
        .map(Plugin::name)
        .distinct()
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .toList();
  }

  /** The plugins of any kind with this name or alias. */
  public List<Plugin<?>> named(String name) {
    List<Plugin<?>> found = new ArrayList<>();
    byName.values().stream()
        .map(names -> names.get(name))
        .filter(plugin -> plugin != null)
        .forEach(plugin -> found.add(usable(plugin)));
    return found;
  }

  /**
   * Makes a plugin: its class is injected with {@code params}.
   *
   * @throws InputException if its constructor refuses the parameters
   */
  public <T> T create(Plugin<T> plugin, Record params) {
    return PluginFactory.create(injector, plugin, params);
  }

  private Metric metric(String name, Map<String, String> params) {
    Plugin<Metric> plugin = get(Metric.class, name);
    return create(plugin, Params.of(plugin.params(), params, plugin.name()));
  }

  /** Only a plugin that is asked for is looked at, since reflection on all takes its time. */
  private static Plugin<?> usable(Plugin<?> plugin) {
    try {
      RecordBinder.requireDefaults(RecordSpec.of(plugin.params()));
      return plugin;
    } catch (IllegalStateException e) {
      throw new InputException(
          "the plugin %s cannot be used; its module %s names parameters that are not declared as"
              + " they must be: %s",
          plugin.name(), plugin.module(), e.getMessage());
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> Plugin<T> cast(Class<T> kind, Plugin<?> plugin) {
    if (plugin.kind() != kind) {
      throw new IllegalStateException(plugin + " is not a " + kind.getSimpleName());
    }
    return (Plugin<T>) plugin;
  }
}
