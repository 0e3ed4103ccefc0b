package org.trellisrec.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.trellisrec.tensorflow.DenseSpeed;

/** What the figures depend on beside the program. */
final class Machine {
  private static final Path LINUX_CPU = Path.of("/proc/cpuinfo");

  /** The environment variable that tells the GNU C library how to keep TensorFlow's memory. */
  private static final String MEMORY_SETTINGS = "GLIBC_TUNABLES";

  private Machine() {}

  static Map<String, String> facts() throws IOException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    double load = system.getSystemLoadAverage();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put("processor", processor());
    facts.put("processors", Integer.toString(system.getAvailableProcessors()));
    facts.put(
        "dense products",
        String.format(Locale.ROOT, "%.0f GFLOP/s (float32, one thread)", DenseSpeed.measure()));
    facts.put("memory", String.format(Locale.ROOT, "%.1f GB", system.getTotalMemorySize() / 1e9));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put(
        "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    facts.put(MEMORY_SETTINGS, System.getenv().getOrDefault(MEMORY_SETTINGS, "not set"));
    facts.put("load average at the start", String.format(Locale.ROOT, "%.2f", load));
    return facts;
  }

  private static String processor() throws IOException {
    if (!Files.isReadable(LINUX_CPU)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(LINUX_CPU)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    }
  }
}
