package org.trellisrec.splitters;

import java.util.BitSet;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Vocabulary;

/** The two kinds of entities that interact. */
enum Side {
  USER(EntitySide.USERS, "user") {
    @Override
    BitSet present(Interactions interactions) {
      return Present.users(interactions);
    }

    @Override
    Cut cut(Interactions all, BitSet cold) {
      return Cut.byUser(all, cold);
    }
  },

  ITEM(EntitySide.ITEMS, "item") {
    @Override
    BitSet present(Interactions interactions) {
      return Present.items(interactions);
    }

    @Override
    Cut cut(Interactions all, BitSet cold) {
      return Cut.byItem(all, cold);
    }
  };

  private final EntitySide entities;
  private final String word;

  Side(EntitySide entities, String word) {
    this.entities = entities;
    this.word = word;
  }

  /** The ids of these entities. */
  Vocabulary ids(Dataset data) {
    return entities.ids(data);
  }

  /** Those that have interactions. */
  abstract BitSet present(Interactions interactions);

  /** Parts the interactions of these entities from all others. */
  abstract Cut cut(Interactions all, BitSet cold);

  /** {@code user} or {@code item}. */
  String word() {
    return word;
  }
}
