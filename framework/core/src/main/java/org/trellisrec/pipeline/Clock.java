package org.trellisrec.pipeline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What this process has used: time and memory. */
final class Clock {
  private static final double NANOS = 1e9;
  private static final Path LINUX_STATUS = Path.of("/proc/self/status");

  private final long wall = System.nanoTime();
  private final long cpu = cpuNanos();

  /** Seconds since this clock was made. */
  double wallSeconds() {
    return (System.nanoTime() - wall) / NANOS;
  }

  /** Processor seconds of the whole process since this clock was made. */
  double cpuSeconds() {
    return (cpuNanos() - cpu) / NANOS;
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  /** Processor seconds since the process started. */
  static double processCpuSeconds() {
    return cpuNanos() / NANOS;
  }

  /**
   * Largest resident size of the process in bytes where the system tells it, otherwise the largest
   * heap.
   */
  static long peakMemoryBytes() {
    if (Files.isReadable(LINUX_STATUS)) {
      try {
        List<String> lines = Files.readAllLines(LINUX_STATUS);
        for (String line : lines) {
          if (line.startsWith("VmHWM:")) {
            return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
          }
        }
      } catch (IOException e) {
        return peakHeap();
      }
    }
    return peakHeap();
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
        .sum();
  }
}
