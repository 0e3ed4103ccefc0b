package org.trellisrec.testkit;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.spi.EpochDecision;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.Seed;

/**
 * An engine that never stops a fit, takes the epoch of the lowest loss for the best, and remembers
 * what it was told.
 */
public final class FakeFitContext implements FitContext {
  private final Seed seed;
  private final int threads;
  private final List<Double> losses = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** One thread, and this seed. */
  public FakeFitContext(long seed) {
    this(seed, 1);
  }

  /** This seed and this number of threads. */
  public FakeFitContext(long seed, int threads) {
    this.seed = new Seed(seed);
    this.threads = threads;
  }

  @Override
  public Seed seed() {
    return seed;
  }

  @Override
  public int threads() {
    return threads;
  }

  @Override
  public Progress progress(String what, long total) {
    return Progress.SILENT;
  }

  @Override
  public EpochDecision afterEpoch(int epoch, double loss, Model model) {
    boolean best = losses.stream().allMatch(earlier -> loss < earlier);
    losses.add(loss);
    return new EpochDecision(best, false);
  }

  @Override
  public void note(String message) {
    notes.add(message);
  }

  /** The losses reported, by epoch. */
  public List<Double> losses() {
    return List.copyOf(losses);
  }

  /** The notes, in the order given. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
