package org.trellisrec.recommenders.branch;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;

/** Users or items, as parts of a batch. */
enum Side {
  USERS(EntitySide.USERS) {
    @Override
    EntityInput distinct(BatchInput batch) {
      return batch.users();
    }

    @Override
    Operand<TFloat32> counts(BatchInput batch) {
      return batch.userCounts();
    }

    @Override
    Operand<TInt32> distinctOfSlots(BatchInput batch) {
      return batch.userSlots();
    }

    @Override
    Operand<TFloat32> perSlot(BatchInput batch, Operand<TFloat32> ofDistinct) {
      return batch.perList(ofDistinct);
    }

    @Override
    Operand<TInt32> shape(Ops tf, BatchInput batch) {
      return tf.concat(
          List.of(tf.constant(new int[] {1}), tf.shape(batch.userSlots())), tf.constant(0));
    }

    @Override
    int[] slots(Batch batch) {
      return IntStream.of(batch.userSlots()).map(slot -> batch.users()[slot]).toArray();
    }

    @Override
    Interactions profiles(TrainingData data) {
      return data.interactions();
    }

    @Override
    boolean sees(VisibleModalities visible, String modality, int entity) {
      return visible.ofUser(modality, entity);
    }
  },

  ITEMS(EntitySide.ITEMS) {
    @Override
    EntityInput distinct(BatchInput batch) {
      return batch.items();
    }

    @Override
    Operand<TFloat32> counts(BatchInput batch) {
      return batch.itemCounts();
    }

    @Override
    Operand<TInt32> distinctOfSlots(BatchInput batch) {
      return batch.itemSlots();
    }

    @Override
    Operand<TFloat32> perSlot(BatchInput batch, Operand<TFloat32> ofDistinct) {
      return batch.perItem(ofDistinct);
    }

    @Override
    Operand<TInt32> shape(Ops tf, BatchInput batch) {
      return batch.shape();
    }

    @Override
    int[] slots(Batch batch) {
      return IntStream.of(batch.itemSlots()).map(slot -> batch.items()[slot]).toArray();
    }

    @Override
    Interactions profiles(TrainingData data) {
      return data.byItem();
    }

    @Override
    boolean sees(VisibleModalities visible, String modality, int entity) {
      return visible.ofItem(modality, entity);
    }
  };

  private final EntitySide entities;

  Side(EntitySide entities) {
    this.entities = entities;
  }

  /** The side of a batch with these entities. */
  static Side of(EntitySide entities) {
    return entities == EntitySide.USERS ? USERS : ITEMS;
  }

  /** The entities of this side. */
  EntitySide entities() {
    return entities;
  }

  /** Its name in paths of parameters. */
  String label() {
    return entities.toString();
  }

  /** The distinct entities of this side, n. */
  abstract EntityInput distinct(BatchInput batch);

  /** How many slots use each of them, n. */
  abstract Operand<TFloat32> counts(BatchInput batch);

  /** Which of the distinct entities every slot is. */
  abstract Operand<TInt32> distinctOfSlots(BatchInput batch);

  /** The rows of the slots: one per list for users, one per item of every list for items. */
  abstract Operand<TFloat32> perSlot(BatchInput batch, Operand<TFloat32> ofDistinct);

  /**
   * How the slots form lists whose entities are compared with each other, 2 numbers: the items of
   * every list, and the users of the whole batch.
   */
  abstract Operand<TInt32> shape(Ops tf, BatchInput batch);

  /** The entity of every slot. */
  abstract int[] slots(Batch batch);

  /** The training interactions with a row for every entity of this side. */
  abstract Interactions profiles(TrainingData data);

  /** The modalities of this side, by name. */
  Map<String, Modality> modalities(SideInformation side) {
    return entities.modalities(side);
  }

  /** True if a modality of an entity may be used, should the entity have it. */
  abstract boolean sees(VisibleModalities visible, String modality, int entity);

  /**
   * True if an entity has a modality that may be used.
   *
   * @param rows what is known of the interactions of every entity of the side
   */
  boolean has(ModalityInput input, int entity, Interactions rows, VisibleModalities visible) {
    return sees(visible, input.name(), entity) && input.has(entity, rows);
  }
}
