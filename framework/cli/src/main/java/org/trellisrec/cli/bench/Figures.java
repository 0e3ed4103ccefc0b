package org.trellisrec.cli.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What the benchmark measures beside JMH's own wall time, from one iteration. JMH makes profilers
 * and benchmarks apart from each other and both by reflection, so they meet here.
 */
final class Figures {
  /** Processor seconds. */
  static final String CPU = " CPU s";

  /** Elapsed seconds. */
  static final String WALL = " wall s";

  private static final Map<String, Double> CURRENT = new ConcurrentSkipListMap<>();

  private Figures() {}

  /** Adds to a figure of this iteration; the name ends with the unit. */
  static void add(String name, double value) {
    CURRENT.merge(name, value, Double::sum);
  }

  /** Adds the two times of a phase. */
  static void add(String phase, double wallSeconds, double cpuSeconds) {
    add(phase + WALL, wallSeconds);
    add(phase + CPU, cpuSeconds);
  }

  /** Forgets everything. */
  static void clear() {
    CURRENT.clear();
  }

  /** A copy of the figures of this iteration. */
  static Map<String, Double> all() {
    return Map.copyOf(CURRENT);
  }
}
