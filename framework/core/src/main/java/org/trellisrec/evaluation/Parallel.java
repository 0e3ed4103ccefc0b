package org.trellisrec.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Runs numbered tasks on several threads and hands over their results by ascending number. */
final class Parallel {
  private Parallel() {}

  /**
   * Runs {@code work} for {@code 0..tasks-1}. At most twice as many results as threads wait for
   * their turn, so large results do not pile up.
   *
   * @param sink receives every result, on the calling thread
   */
  static <T> void inOrder(int tasks, int threads, IntFunction<T> work, Consumer<T> sink) {
    if (threads <= 1 || tasks <= 1) {
      for (int task = 0; task < tasks; task++) {
        sink.accept(work.apply(task));
      }
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, tasks), Parallel::daemon);
    try {
      Deque<Future<T>> running = new ArrayDeque<>();
      for (int task = 0; task < tasks; task++) {
        int number = task;
        running.add(pool.submit(() -> work.apply(number)));
        if (running.size() >= 2 * threads) {
          sink.accept(result(running.remove()));
        }
      }
      while (!running.isEmpty()) {
        sink.accept(result(running.remove()));
      }
    } finally {
      end(pool);
    }
  }

  /** Waits for what is at work after a failure, which else would slow down what comes next. */
  private static void end(ExecutorService pool) {
    pool.shutdownNow();
    boolean interrupted = false;
    for (boolean ended = false; !ended; ) {
      try {
        ended = pool.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while ranking or evaluating", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "evaluation");
    thread.setDaemon(true);
    return thread;
  }
}
