package org.trellisrec.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void runsEveryTaskOnce(int threads) {
    AtomicInteger[] runs = new AtomicInteger[100];
    List<Runnable> tasks =
        IntStream.range(0, runs.length)
            .mapToObj(
                i -> {
                  runs[i] = new AtomicInteger();
                  return (Runnable) runs[i]::incrementAndGet;
                })
            .toList();

    Workers.run(threads, tasks);

    assertThat(runs).allMatch(count -> count.get() == 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void throwsTheFailureAndStartsNothingMore(int threads) {
    AtomicInteger later = new AtomicInteger();
    Runnable failing =
        () -> {
          throw new IllegalStateException("broken");
        };
    List<Runnable> tasks = List.of(failing, failing, later::incrementAndGet);

    assertThatThrownBy(() -> Workers.run(threads, tasks)).hasMessage("broken");
    assertThat(later).hasValue(0);
  }
}
