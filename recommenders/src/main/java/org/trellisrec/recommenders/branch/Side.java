package org.trellisrec.recommenders.branch;

import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;

/** Users or items, as parts of a batch. */
enum Side {
  USERS {
    @Override
    EntityInput distinct(BatchInput batch) {
      return batch.users();
    }

    @Override
    Operand<TFloat32> counts(BatchInput batch) {
      return batch.userCounts();
    }

    @Override
    Operand<TFloat32> perSlot(BatchInput batch, Operand<TFloat32> ofDistinct) {
      return batch.perList(ofDistinct);
    }
  },

  ITEMS {
    @Override
    EntityInput distinct(BatchInput batch) {
      return batch.items();
    }

    @Override
    Operand<TFloat32> counts(BatchInput batch) {
      return batch.itemCounts();
    }

    @Override
    Operand<TFloat32> perSlot(BatchInput batch, Operand<TFloat32> ofDistinct) {
      return batch.perItem(ofDistinct);
    }
  };

  /** Its name in paths of parameters. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The distinct entities of this side, n. */
  abstract EntityInput distinct(BatchInput batch);

  /** How many slots use each of them, n. */
  abstract Operand<TFloat32> counts(BatchInput batch);

  /** The rows of the slots: one per list for users, one per item of every list for items. */
  abstract Operand<TFloat32> perSlot(BatchInput batch, Operand<TFloat32> ofDistinct);
}
