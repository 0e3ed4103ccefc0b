package org.trellisrec.spi;

/** A task whose progress the user sees. Safe for use by several threads. */
public interface Progress extends AutoCloseable {
  /** Shows nothing. */
  Progress SILENT = steps -> {};

  /** Advances by this many steps. */
  void advance(long steps);

  /** The task is over, whether finished or not. */
  @Override
  default void close() {}
}
