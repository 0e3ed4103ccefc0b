package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.trellisrec.report.TimingRow;
import org.trellisrec.report.UnitKey;

/** Measures phases and keeps a row for each. */
final class Timings {
  /** The number of the trial of phases that belong to none. */
  static final int NO_TRIAL = -1;

  /** The phase of a training. */
  static final String FIT = "fit";

  private final UnitKey key;
  private final List<TimingRow> rows = new ArrayList<>();

  Timings(UnitKey key) {
    this.key = key;
  }

  /** The phases that belong to no unit. */
  static Timings ofRun() {
    return new Timings(new UnitKey(0, "", "", ""));
  }

  /** Runs {@code work} as part of a phase of a trial, or of {@link #NO_TRIAL}. */
  <T> T measure(String phase, int trial, Supplier<T> work) {
    Clock clock = new Clock();
    try {
      return work.get();
    } finally {
      add(phase, trial, clock.wallSeconds(), clock.cpuSeconds());
    }
  }

  /** Adds time to a phase of a trial; one row holds all of it. */
  void add(String phase, int trial, double wallSeconds, double cpuSeconds) {
    for (int i = 0; i < rows.size(); i++) {
      TimingRow row = rows.get(i);
      if (row.phase().equals(phase) && row.trial() == trial) {
        rows.set(
            i, row(phase, trial, row.wallSeconds() + wallSeconds, row.cpuSeconds() + cpuSeconds));
        return;
      }
    }
    rows.add(row(phase, trial, wallSeconds, cpuSeconds));
  }

  /** Adds what was measured elsewhere. */
  void addAll(List<TimingRow> measured) {
    measured.forEach(row -> add(row.phase(), row.trial(), row.wallSeconds(), row.cpuSeconds()));
  }

  /** Elapsed seconds of all phases. */
  double wallSeconds() {
    return rows.stream().mapToDouble(TimingRow::wallSeconds).sum();
  }

  /** Processor seconds of all phases. */
  double cpuSeconds() {
    return rows.stream().mapToDouble(TimingRow::cpuSeconds).sum();
  }

  private TimingRow row(String phase, int trial, double wallSeconds, double cpuSeconds) {
    return new TimingRow(
        key.model(), trial, key.seed(), key.protocol(), key.fold(), phase, wallSeconds, cpuSeconds);
  }

  List<TimingRow> rows() {
    return List.copyOf(rows);
  }
}
