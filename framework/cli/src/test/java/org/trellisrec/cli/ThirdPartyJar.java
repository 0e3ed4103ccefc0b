package org.trellisrec.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.trellisrec.spi.PluginModule;

/** Builds a jar of plugins from sources, as its author would. */
final class ThirdPartyJar {
  private ThirdPartyJar() {}

  /**
   * Compiles the sources under {@code project}, with nothing but core to see, and packs them with
   * its service file.
   */
  static Path build(Path project, Path workFolder, Path jar) throws IOException {
    return build(project, workFolder, jar, coreAndInject());
  }

  /** The same with another class path. */
  static Path build(Path project, Path workFolder, Path jar, String classPath) throws IOException {
    Path classes = Files.createDirectories(workFolder.resolve("classes"));
    compile(filesUnder(project, ".java"), classes, classPath);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(file)) {
      addAll(packed, classes, filesUnder(classes, ".class"));
      addAll(packed, project, filesUnder(project, PluginModule.class.getName()));
    }
    return jar;
  }

  /**
   * Compiles sources as their author would.
   *
   * @param classPath what they may see
   * @throws IllegalStateException if they do not compile without warnings
   */
  static void compile(List<Path> sources, Path classes, String classPath) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-d", classes.toString(), "-cp", classPath, "-Xlint:all,-processing", "-Werror");
      boolean good =
          javac
              .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!good) {
        throw new IllegalStateException("the sources do not compile: " + sources);
      }
    }
  }

  /** The class path of a plugin author: core, and what its extension points show. */
  private static String coreAndInject() {
    return String.join(
        System.getProperty("path.separator"),
        Stream.of(
                PluginModule.class,
                jakarta.inject.Inject.class,
                com.google.inject.AbstractModule.class,
                com.google.errorprone.annotations.FormatMethod.class)
            .map(ThirdPartyJar::locationOf)
            .toList());
  }

  private static String locationOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  static List<Path> filesUnder(Path folder, String nameEnd) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(nameEnd)).sorted().toList();
    }
  }

  private static void addAll(JarOutputStream packed, Path root, List<Path> files) {
    try {
      for (Path file : files) {
        packed.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, packed);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
