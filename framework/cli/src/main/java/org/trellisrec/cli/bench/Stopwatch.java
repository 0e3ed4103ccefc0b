package org.trellisrec.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Wall and processor time since it was made; the latter of all threads of the process. */
final class Stopwatch {
  private static final double NANOS = 1e9;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long wall = System.nanoTime();
  private final long cpu = SYSTEM.getProcessCpuTime();

  double wallSeconds() {
    return (System.nanoTime() - wall) / NANOS;
  }

  double cpuSeconds() {
    return (SYSTEM.getProcessCpuTime() - cpu) / NANOS;
  }
}
