package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.Workbench;

class SparseInputTest {
  /** Rows of 0, 1 and 2 entries. */
  private static Interactions stairs() {
    return Interactions.of(3, 2, new int[] {1, 2, 2}, new int[] {0, 0, 1}, null, null);
  }

  @Test
  void roomIsKeptUpToALimit() {
    int[] kept = SparseInput.room(SparseInput.KEPT_ENTRIES);
    assertThat(SparseInput.room(10)).isSameAs(kept);
    int[] larger = SparseInput.room(SparseInput.KEPT_ENTRIES + 1);
    assertThat(larger).hasSizeGreaterThan(kept.length);
    assertThat(SparseInput.room(SparseInput.KEPT_ENTRIES)).isSameAs(kept);
  }

  @Test
  void moreThanAnArrayHoldsIsRefused() {
    assertThatThrownBy(() -> SparseInput.room(1_000_000_000))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("have 1000000000 interactions")
        .hasMessageContaining("lower batch_size");
  }

  @Test
  void entriesOfAnEntityAreThoseOfAllMatricesAndParts() {
    try (Workbench bench = new Workbench(1)) {
      EntityInput input = new EntityInput(bench.tf(), "items");
      Entities entities = new Entities(new int[] {0, 1, 2}, stairs());
      assertThat(input.entries(entities, 2)).isZero();
      input.interactions(true);
      assertThat(input.entries(entities, 1)).isEqualTo(1);
      assertThat(input.entries(entities, 2)).isEqualTo(2);
      input.part("genres").rows("labels", stairs());
      input.interactions(false);
      assertThat(input.entries(entities, 0)).isZero();
      assertThat(input.entries(entities, 2)).isEqualTo(6);
    }
  }
}
