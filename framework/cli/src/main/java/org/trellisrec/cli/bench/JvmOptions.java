package org.trellisrec.cli.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How this JVM was started, to start others alike. */
final class JvmOptions {
  private JvmOptions() {}

  /** The program {@code java} of this JVM. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * An argument file for {@link #java()}: the options that the launcher gave this JVM, then the
   * command line of the program. Agents, such as those of a coverage tool or a debugger, are left
   * out, since they would be measured too.
   */
  static String argumentFile(List<String> commandLine) {
    List<String> words = new ArrayList<>();
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> Stream.of("-javaagent", "-agent").noneMatch(option::startsWith))
        .forEach(words::add);
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.add("org.trellisrec.cli.Main");
    words.addAll(commandLine);
    return words.stream().map(JvmOptions::quoted).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
