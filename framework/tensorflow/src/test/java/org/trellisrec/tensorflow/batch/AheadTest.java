package org.trellisrec.tensorflow.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60) // a wrong hand-over waits for ever
class AheadTest {
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicReference<Thread> maker = new AtomicReference<>();
  private final List<Integer> discarded = Collections.synchronizedList(new ArrayList<>());

  /** Counts from 1. */
  private Supplier<Integer> counting(int last) {
    return () -> {
      maker.set(Thread.currentThread());
      int number = made.incrementAndGet();
      return number > last ? null : number;
    };
  }

  private Supplier<Integer> failingAfter(int last, Throwable failure) {
    Supplier<Integer> numbers = counting(last);
    return () -> {
      Integer number = numbers.get();
      if (number != null) {
        return number;
      }
      if (failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure;
    };
  }

  @Test
  void theOrderIsKept() {
    List<Integer> taken = new ArrayList<>();
    try (Ahead<Integer> ahead = new Ahead<>(counting(1000), discarded::add)) {
      for (Integer next = ahead.next(); next != null; next = ahead.next()) {
        taken.add(next);
        assertThat(made.get()).as("made after taking %d", next).isLessThanOrEqualTo(next + 5);
      }
    }
    assertThat(taken).containsExactlyElementsOf(IntStream.rangeClosed(1, 1000).boxed().toList());
    assertThat(discarded).isEmpty();
    assertThat(maker.get().isAlive()).isFalse();
  }

  @Test
  void valuesAreMadeOnAnotherThreadAheadOfTheirUse() throws InterruptedException {
    CountDownLatch third = new CountDownLatch(3);
    Supplier<Integer> numbers = counting(10);
    try (Ahead<Integer> ahead =
        new Ahead<>(
            () -> {
              third.countDown();
              return numbers.get();
            },
            discarded::add)) {
      third.await();
      assertThat(ahead.next()).isEqualTo(1);
      assertThat(maker.get()).isNotSameAs(Thread.currentThread());
    }
  }

  @Test
  void whatTheSourceThrowsComesAfterWhatItGave() {
    RuntimeException failure = new IllegalStateException("no more");
    try (Ahead<Integer> ahead = new Ahead<>(failingAfter(2, failure), discarded::add)) {
      assertThat(ahead.next()).isEqualTo(1);
      assertThat(ahead.next()).isEqualTo(2);
      assertThatThrownBy(ahead::next).isSameAs(failure);
    }
    assertThat(maker.get().isAlive()).isFalse();
  }

  @Test
  void errorsComeThroughToo() {
    Error failure = new OutOfMemoryError("in the test");
    try (Ahead<Integer> ahead = new Ahead<>(failingAfter(0, failure), discarded::add)) {
      assertThatThrownBy(ahead::next).isSameAs(failure);
    }
  }

  @Test
  void closedEarlyItEndsItsThreadAndReleasesWhatNobodyTook() {
    for (int repeat = 0; repeat < 50; repeat++) {
      made.set(0);
      discarded.clear();
      try (Ahead<Integer> ahead = new Ahead<>(counting(Integer.MAX_VALUE), discarded::add)) {
        assertThat(ahead.next()).isEqualTo(1);
      }
      assertThat(maker.get().isAlive()).isFalse();
      assertThat(discarded)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(2, made.get()).boxed().toList());
    }
  }

  @Test
  void aFailureThatNobodyWaitsForDoesNotKeepTheThread() {
    Supplier<Integer> numbers = failingAfter(3, new IllegalStateException("late"));
    new Ahead<>(numbers, discarded::add).close();
    assertThat(maker.get() == null || !maker.get().isAlive()).isTrue();
    assertThat(discarded.size()).isLessThanOrEqualTo(3);
  }

  @Test
  void anInterruptionOfTheUserIsKept() {
    CountDownLatch never = new CountDownLatch(1);
    Supplier<Integer> stuck =
        () -> {
          try {
            never.await();
          } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
          }
          return 1;
        };
    Ahead<Integer> ahead = new Ahead<>(stuck, discarded::add);
    Thread.currentThread().interrupt();
    assertThatThrownBy(ahead::next).isInstanceOf(IllegalStateException.class);
    ahead.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(discarded).containsExactly(1);
  }
}
