package org.trellisrec.cli.bench;

import java.lang.management.ManagementFactory;

/**
 * The largest number of bytes of reachable objects since it was made, beyond those before: the
 * garbage is collected several times a second and what is left is counted. So it takes processor
 * time from what it watches.
 */
final class HeapWatch implements AutoCloseable {
  private static final long PERIOD_MS = 250;
  private static final double MEGA = 1e6;

  private final Thread sampler = new Thread(this::watch, "heap watch");
  private final long before;
  private long peak;

  HeapWatch() {
    before = reachable();
    peak = before;
    sampler.setDaemon(true);
    sampler.start();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(PERIOD_MS);
        sample();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static long reachable() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private synchronized long sample() {
    long used = reachable();
    peak = Math.max(peak, used);
    return used;
  }

  /** What there is more than before. */
  double additionalMegabytes() {
    return (sample() - before) / MEGA;
  }

  /** The most there was more than before. */
  synchronized double peakMegabytes() {
    return (peak - before) / MEGA;
  }

  @Override
  public void close() {
    sampler.interrupt();
  }
}
