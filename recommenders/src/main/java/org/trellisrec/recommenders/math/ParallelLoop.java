package org.trellisrec.recommenders.math;

import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.trellisrec.data.Workers;

/** Loops whose rounds are independent of each other, spread over threads. */
public final class ParallelLoop {
  private ParallelLoop() {}

  /**
   * Calls a body once for every index in {@code [0, count)}, in no particular order. As long as
   * every round writes only what belongs to its index, the result is the same for any number of
   * threads.
   *
   * @param threads number of threads to use, at least 1; with 1 the caller's thread does it all
   * @param body makes one body per thread, which may own buffers
   */
  public static void forEach(int threads, int count, Supplier<IntConsumer> body) {
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          IntConsumer own = body.get();
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            own.accept(i);
          }
        };
    Workers.run(threads, Collections.nCopies(Math.max(1, Math.min(threads, count)), worker));
  }
}
