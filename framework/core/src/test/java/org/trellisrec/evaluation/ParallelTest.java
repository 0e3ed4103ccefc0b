package org.trellisrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
  @Test
  void resultsComeInOrder() {
    List<Integer> squares = new ArrayList<>();
    Parallel.<Integer>inOrder(100, 3, task -> task * task, squares::add);
    assertThat(squares)
        .isEqualTo(IntStream.range(0, 100).map(task -> task * task).boxed().toList());
  }

  /** The second task is at work, whatever interrupts it, when the first one fails. */
  @Test
  void nothingIsAtWorkOnceAFailureIsKnown() {
    CountDownLatch atWork = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    assertThatThrownBy(
            () ->
                Parallel.<Integer>inOrder(
                    2,
                    2,
                    task -> {
                      if (task == 0) {
                        await(atWork);
                        throw new IllegalArgumentException("no");
                      }
                      atWork.countDown();
                      long end = System.nanoTime() + 200_000_000;
                      while (System.nanoTime() < end) {
                        LockSupport.parkNanos(end - System.nanoTime());
                      }
                      ended.set(true);
                      return task;
                    },
                    result -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ended).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
