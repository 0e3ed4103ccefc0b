package org.trellisrec.tensorflow.batch;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Prepares values on a thread of its own, a few ahead of the one in use, in order.
 *
 * @param <T> what is prepared
 */
public final class Ahead<T> implements AutoCloseable {
  private static final int DEPTH = 3;

  private record Item<T>(T value, Throwable failure) {}

  private final BlockingQueue<Item<T>> queue = new ArrayBlockingQueue<>(DEPTH);
  private final Consumer<T> discard;
  private final Thread thread;

  /**
   * Starts to prepare.
   *
   * @param source gives the values; null after the last
   * @param discard releases a value that nobody took
   */
  public Ahead(Supplier<T> source, Consumer<T> discard) {
    this.discard = discard;
    this.thread = new Thread(() -> produce(source), "batches");
    thread.setDaemon(true);
    thread.start();
  }

  private void produce(Supplier<T> source) {
    try {
      T value;
      do {
        value = source.get();
        put(new Item<>(value, null));
      } while (value != null);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error failure) {
      putQuietly(new Item<>(null, failure));
    }
  }

  private void put(Item<T> item) throws InterruptedException {
    try {
      queue.put(item);
    } catch (InterruptedException closed) {
      release(item);
      throw closed;
    }
  }

  private void putQuietly(Item<T> item) {
    try {
      queue.put(item);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void release(Item<T> item) {
    if (item.value() != null) {
      discard.accept(item.value());
    }
  }

  /**
   * The next value, or null after the last; to be asked no more after that.
   *
   * @throws RuntimeException the one that the source threw
   * @throws IllegalStateException if the calling thread is interrupted
   */
  public T next() {
    try {
      Item<T> item = queue.take();
      if (item.failure() instanceof Error error) {
        throw error;
      }
      if (item.failure() != null) {
        throw (RuntimeException) item.failure();
      }
      return item.value();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a batch", e);
    }
  }

  /** Stops preparing and releases what nobody took. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    queue.forEach(this::release);
    queue.clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
