package org.trellisrec.config;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.trellisrec.report.Sha256;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;
import org.trellisrec.spi.PluginModule;

/**
 * The code that measured values depend on: the program's own jars and those with plugins, by name
 * and checksum of all that is in them. What else they need, the names of the jars, and when and by
 * what they were packed do not count, and neither do classes outside jars, as in an IDE.
 */
final class ProgramCode {
  private static final String OWN = "org/trellisrec/";
  private static final String PLUGINS = "META-INF/services/" + PluginModule.class.getName();
  private static final List<String> BY_PACKING = List.of("META-INF/MANIFEST.MF", "META-INF/maven/");

  private ProgramCode() {}

  /**
   * The hash of the program and of jars with plugins.
   *
   * @throws InputException if a jar cannot be read
   */
  static String hash(Collection<Path> pluginJars) {
    return hash(classPath(), pluginJars);
  }

  static String hash(Collection<Path> classPath, Collection<Path> pluginJars) {
    SortedMap<String, Long> checksums = new TreeMap<>();
    classPath.forEach(jar -> add(jar, true, checksums));
    pluginJars.forEach(jar -> add(jar, false, checksums));
    var digest = Sha256.digest();
    checksums.forEach(
        (name, checksum) ->
            digest.update((name + " " + checksum + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .toList();
  }

  /** True for an entry that only jars of the program and of plugins have. */
  private static boolean counts(String entry) {
    return entry.startsWith(OWN) || entry.equals(PLUGINS);
  }

  /** Nothing of a jar that has to be the program's own or have plugins but does not. */
  private static void add(Path jar, boolean ownOnly, Map<String, Long> checksums) {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      if (ownOnly && file.stream().noneMatch(entry -> counts(entry.getName()))) {
        return;
      }
      file.stream()
          .filter(entry -> !entry.isDirectory())
          .filter(entry -> BY_PACKING.stream().noneMatch(entry.getName()::startsWith))
          .forEach(entry -> checksums.merge(entry.getName(), entry.getCrc(), Long::sum));
    } catch (IOException e) {
      throw new InputException("the jar %s cannot be read: %s", jar, IoReason.of(e));
    }
  }
}
