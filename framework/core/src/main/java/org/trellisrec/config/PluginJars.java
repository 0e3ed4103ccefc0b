package org.trellisrec.config;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;
import org.trellisrec.spi.PluginModule;

/** Finds plugin modules: on the class path and in a folder of jars. */
final class PluginJars {
  private PluginJars() {}

  static List<PluginModule> onClassPath() {
    return modules(PluginJars.class.getClassLoader(), "the class path");
  }

  /**
   * Modules of the class path and of these jars, which share one class loader.
   *
   * @param folder that the jars are in
   */
  static List<PluginModule> with(Path folder, List<Path> jars) {
    List<PluginModule> found = new ArrayList<>();
    URL[] urls = jars.stream().map(PluginJars::url).toArray(URL[]::new);
    // Plugins load classes as long as the program runs, so this loader is never closed.
    ClassLoader shared = new URLClassLoader("plugins", urls, PluginJars.class.getClassLoader());
    for (int i = 0; i < urls.length; i++) {
      found.addAll(modules(new TableOfContents(shared, urls[i]), jars.get(i).toString()));
    }
    if (urls.length > 0 && found.isEmpty()) {
      throw new InputException(
          "no jar in the plugins folder %s names a plugin module in META-INF/services/%s; add"
              + " this file, which holds the name of the module's class, or remove the jars",
          folder, PluginModule.class.getName());
    }
    List<PluginModule> modules = onClassPath();
    modules.addAll(found);
    return modules;
  }

  private static List<PluginModule> modules(ClassLoader loader, String where) {
    List<PluginModule> modules = new ArrayList<>();
    try {
      ServiceLoader.load(PluginModule.class, loader).forEach(modules::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new InputException(
          "a plugin module in %s cannot be loaded: %s; was it built for another version?",
          where, e.getMessage());
    }
    return modules;
  }

  /** The jars in a folder, by name; none if it is missing. */
  static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new InputException("the plugins folder %s cannot be read: %s", folder, IoReason.of(e));
    }
  }

  private static URL url(Path jar) {
    try (JarFile readable = new JarFile(jar.toFile())) {
      readable.size();
    } catch (IOException e) {
      throw new InputException(
          "the plugin jar %s cannot be read: %s; remove it or build it again", jar, IoReason.of(e));
    }
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new InputException("the plugin jar %s has no usable name: %s", jar, IoReason.of(e));
    }
  }

  /**
   * Finds the service file of one jar only, and every class where the jars share them, so that a
   * module that cannot be loaded is known by its jar.
   */
  private static final class TableOfContents extends ClassLoader {
    private final String jar;

    TableOfContents(ClassLoader shared, URL jar) {
      super(shared);
      this.jar = "jar:" + jar + "!/";
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return Collections.enumeration(
          Collections.list(super.getResources(name)).stream()
              .filter(resource -> resource.toString().startsWith(jar))
              .toList());
    }
  }
}
