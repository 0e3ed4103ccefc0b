package org.trellisrec.data;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Runs independent pieces of work on a given number of threads. */
public final class Workers {
  private Workers() {}

  /**
   * Runs all tasks, the calling thread taking part, and returns when all have ended. Once a task
   * has failed no further one is started, and its exception is thrown here.
   *
   * @param threads at least 1
   */
  public static void run(int threads, List<? extends Runnable> tasks) {
    Queue<Runnable> open = new ConcurrentLinkedQueue<>(tasks);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread[] helpers = new Thread[Math.max(0, Math.min(threads, tasks.size()) - 1)];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Thread(() -> drain(open, failure), "trellisrec-worker-" + i);
      helpers[i].setDaemon(true);
      helpers[i].start();
    }
    drain(open, failure);
    join(helpers);
    rethrow(failure.get());
  }

  private static void drain(Queue<Runnable> open, AtomicReference<Throwable> failure) {
    for (Runnable task = open.poll(); task != null && failure.get() == null; task = open.poll()) {
      try {
        task.run();
      } catch (RuntimeException | Error thrown) {
        failure.compareAndSet(null, thrown);
      }
    }
  }

  private static void join(Thread[] helpers) {
    boolean interrupted = false;
    for (Thread helper : helpers) {
      while (helper.isAlive()) {
        try {
          helper.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }
}
