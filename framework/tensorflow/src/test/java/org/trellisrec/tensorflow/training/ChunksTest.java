package org.trellisrec.tensorflow.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Interactions;
import org.trellisrec.tensorflow.graph.Entities;

class ChunksTest {
  private static final Interactions NONE =
      Interactions.of(9, 1, new int[0], new int[0], null, null);

  private static List<int[]> chunks(int mostEntities, long mostEntries, long... entries) {
    Entities all = new Entities(IntStream.range(0, entries.length).toArray(), NONE);
    return Chunks.of(all, entity -> entries[entity], mostEntities, mostEntries).stream()
        .map(Entities::indices)
        .toList();
  }

  @Test
  void aChunkEndsByItsEntities() {
    assertThat(chunks(3, 100, 1, 1, 1, 1, 1, 1, 1))
        .containsExactly(new int[] {0, 1, 2}, new int[] {3, 4, 5}, new int[] {6});
  }

  @Test
  void aChunkEndsByItsEntries() {
    assertThat(chunks(3, 10, 5, 5, 1, 0, 10, 0))
        .containsExactly(new int[] {0, 1}, new int[] {2, 3}, new int[] {4, 5});
  }

  @Test
  void anEntityWithTooManyEntriesIsAChunk() {
    assertThat(chunks(3, 10, 1L << 40, 1, 11, 12))
        .containsExactly(new int[] {0}, new int[] {1}, new int[] {2}, new int[] {3});
  }

  @Test
  void noEntityMakesNoChunk() {
    assertThat(chunks(3, 10)).isEmpty();
  }
}
