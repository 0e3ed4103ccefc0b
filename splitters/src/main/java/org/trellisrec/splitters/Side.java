package org.trellisrec.splitters;

import java.util.BitSet;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Vocabulary;

/** The two kinds of entities that interact. */
enum Side {
  USER("user") {
    @Override
    Vocabulary ids(Dataset data) {
      return data.users();
    }

    @Override
    BitSet present(Interactions interactions) {
      return Present.users(interactions);
    }

    @Override
    Cut cut(Interactions all, BitSet cold) {
      return Cut.byUser(all, cold);
    }
  },

  ITEM("item") {
    @Override
    Vocabulary ids(Dataset data) {
      return data.items();
    }

    @Override
    BitSet present(Interactions interactions) {
      return Present.items(interactions);
    }

    @Override
    Cut cut(Interactions all, BitSet cold) {
      return Cut.byItem(all, cold);
    }
  };

  private final String word;

  Side(String word) {
    this.word = word;
  }

  /** The ids of these entities. */
  abstract Vocabulary ids(Dataset data);

  /** Those that have interactions. */
  abstract BitSet present(Interactions interactions);

  /** Parts the interactions of these entities from all others. */
  abstract Cut cut(Interactions all, BitSet cold);

  /** {@code user} or {@code item}. */
  String word() {
    return word;
  }
}
