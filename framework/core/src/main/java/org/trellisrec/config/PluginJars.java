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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;
import org.trellisrec.spi.PluginModule;

/** Finds plugin modules: on the class path and in a folder of jars. */
final class PluginJars {
  private static final String SERVICE_FILE = "META-INF/services/" + PluginModule.class.getName();

  /** What {@link ServiceLoader} says of a class that a service file names but nothing has. */
  private static final Pattern NO_CLASS = Pattern.compile("Provider (\\S+) not found");

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
    Map<Class<?>, Path> origins = new HashMap<>();
    for (int i = 0; i < urls.length; i++) {
      List<PluginModule> own =
          modules(new TableOfContents(shared, urls[i]), jars.get(i).toString());
      requireNew(origins, own, jars.get(i));
      found.addAll(own);
    }
    if (urls.length > 0 && found.isEmpty()) {
      throw new InputException(
          "no jar in the plugins folder %s names a plugin module in %s; add"
              + " this file, which holds the name of the module's class, or remove the jars",
          folder, SERVICE_FILE);
    }
    List<PluginModule> modules = onClassPath();
    modules.addAll(found);
    return modules;
  }

  /** The shared class loader takes a class from the first jar that has it, whichever is meant. */
  private static void requireNew(
      Map<Class<?>, Path> origins, List<PluginModule> modules, Path jar) {
    for (PluginModule module : modules) {
      Path first = origins.putIfAbsent(module.getClass(), jar);
      if (first != null) {
        throw new InputException(
            "the jars %s and %s both name the plugin module %s, of which only one can be used;"
                + " remove one of the jars, for instance that of an older version",
            first, jar, module.getClass().getName());
      }
    }
  }

  private static List<PluginModule> modules(ClassLoader loader, String where) {
    List<PluginModule> modules = new ArrayList<>();
    try {
      ServiceLoader.load(PluginModule.class, loader).forEach(modules::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new InputException(
          "a plugin module in %s cannot be loaded: %s", where, reason(e.getMessage()));
    }
    return modules;
  }

  private static String reason(String message) {
    Matcher missing = NO_CLASS.matcher(String.valueOf(message));
    return missing.find()
        ? "the service file %s names the class %s, which is not there; correct the name, or build the jar again with the class"
            .formatted(SERVICE_FILE, missing.group(1))
        : message + "; was it built for another version?";
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
