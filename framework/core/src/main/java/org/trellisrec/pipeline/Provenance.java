package org.trellisrec.pipeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What ran where: enough to run it again and to judge its times. */
final class Provenance {
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final Clock clock = new Clock();

  /**
   * The facts known before the run.
   *
   * @param host facts only the program around the engine knows: command line, device, versions of
   *     native libraries
   */
  Provenance(Map<String, String> host) {
    facts.put("started", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put("version", version());
    facts.put(
        "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("arch", System.getProperty("os.arch"));
    facts.put("processors", Runtime.getRuntime().availableProcessors());
    facts.put("max_heap_bytes", Runtime.getRuntime().maxMemory());
    facts.putAll(host);
  }

  /** Adds a fact. */
  void put(String name, Object value) {
    facts.put(name, value);
  }

  /** All facts, with what the process has used by now. */
  Map<String, Object> finish() {
    Map<String, Object> all = new LinkedHashMap<>(facts);
    all.put("wall_s", clock.wallSeconds());
    all.put("process_cpu_s", Clock.processCpuSeconds());
    all.put("peak_memory_bytes", Clock.peakMemoryBytes());
    return all;
  }

  private static String version() {
    String version = Provenance.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
