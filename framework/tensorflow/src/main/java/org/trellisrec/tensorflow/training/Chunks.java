package org.trellisrec.tensorflow.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.trellisrec.tensorflow.graph.Entities;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.SparseInput;

/** Entities in parts that fit into memory, with all that is fed for them. */
final class Chunks {
  private static final int ENTITIES = 8192;

  private Chunks() {}

  /** Parts of some entities, in order, that this input can be filled with one after another. */
  static List<Entities> of(Entities all, EntityInput input) {
    return of(all, entity -> input.entries(all, entity), ENTITIES, SparseInput.KEPT_ENTRIES);
  }

  /**
   * Parts of some entities, in order, each of at least one.
   *
   * @param entries of each entity
   * @param mostEntities of a part
   * @param mostEntries of a part, unless a single entity has more
   */
  static List<Entities> of(
      Entities all, IntToLongFunction entries, int mostEntities, long mostEntries) {
    List<Entities> chunks = new ArrayList<>();
    int from = 0;
    long held = 0;
    for (int next = 0; next < all.size(); next++) {
      long more = entries.applyAsLong(all.indices()[next]);
      boolean full = next - from == mostEntities || held + more > mostEntries;
      if (full && next > from) {
        chunks.add(all.with(Arrays.copyOfRange(all.indices(), from, next)));
        from = next;
        held = 0;
      }
      held += more;
    }
    if (from < all.size()) {
      chunks.add(all.with(Arrays.copyOfRange(all.indices(), from, all.size())));
    }
    return chunks;
  }
}
