package org.trellisrec.recommenders.branch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.Entities;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Feeds;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.graph.Sums;
import org.trellisrec.tensorflow.layers.Mlp;

/**
 * Encodes an entity from its content and its preference side by side, where the preference is that
 * of nothing in some slots of the training.
 *
 * @param side users or items
 * @param profiles training interactions with a row for every entity
 * @param preferences the forms of the preference: at inference the first one that an entity has
 * @param contents side information
 * @param layers from all of them side by side, contents first
 * @param draw what form the preference has in training
 */
record DropoutEncoder(
    Side side,
    Interactions profiles,
    List<ModalityInput> preferences,
    List<ModalityInput> contents,
    Mlp layers,
    PreferenceDraw draw)
    implements Encoder {

  /** An entity with a form of its preference, distinct. */
  private record Rows(int[] entities, int[] forms, int[] ofSlots) {
    static Rows of(int[] entities, int[] forms, int kinds) {
      Numbering pairs = new Numbering();
      int[] ofSlots = new int[entities.length];
      for (int slot = 0; slot < entities.length; slot++) {
        ofSlots[slot] = pairs.of(entities[slot] * (kinds + 1) + forms[slot] + 1);
      }
      int[] keys = pairs.keys();
      return new Rows(
          IntStream.of(keys).map(key -> key / (kinds + 1)).toArray(),
          IntStream.of(keys).map(key -> key % (kinds + 1) - 1).toArray(),
          ofSlots);
    }

    /** The entities of the rows with this form, none for the others. */
    int[] with(int form) {
      int[] with = entities.clone();
      for (int row = 0; row < with.length; row++) {
        with[row] = forms[row] == form ? entities[row] : PartInput.NONE;
      }
      return with;
    }
  }

  /** What is fed for the entities of some rows. */
  private record Parts(List<PartInput> preferences, List<PartInput> contents) {
    /** The vectors of all rows side by side. */
    Operand<TFloat32> joined(Pass pass) {
      Ops tf = pass.tf();
      List<Operand<TFloat32>> columns = new ArrayList<>();
      contents.forEach(part -> columns.add(part.rows(pass)));
      List<Operand<TFloat32>> forms = preferences.stream().map(part -> part.rows(pass)).toList();
      if (!forms.isEmpty()) {
        // A row has one form at most and zeros for the others.
        columns.add(Sums.of(tf, forms));
      }
      return columns.size() == 1 ? columns.get(0) : tf.concat(columns, tf.constant(1));
    }
  }

  @Override
  public int size() {
    return layers.shape().outputs();
  }

  @Override
  public Encoded training(Pass pass, BatchInput batch) {
    Ops tf = pass.tf();
    Parts parts = parts(tf, side.distinct(batch));
    Placeholder<TInt32> rowOfSlot =
        tf.withName(side.distinct(batch).name() + ".rows")
            .placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    Entities everyone = new Entities(new int[0], profiles);
    batch.feed(
        (values, into) -> {
          Rows rows = Rows.of(side.slots(values), forms(values), preferences.size());
          for (int form = 0; form < preferences.size(); form++) {
            parts.preferences().get(form).fill(rows.with(form), everyone, into);
          }
          for (int m = 0; m < contents.size(); m++) {
            int[] those = having(contents.get(m), everyone.with(rows.entities()));
            parts.contents().get(m).fill(those, everyone, into);
          }
          into.put(rowOfSlot, rows.ofSlots());
        });
    Operand<TFloat32> encoded = layers.apply(pass, parts.joined(pass));
    return Encoded.of(tf.gather(encoded, rowOfSlot, tf.constant(0)));
  }

  /** The form of the preference of every slot; where there are no preferences, none. */
  private int[] forms(Batch batch) {
    if (!preferences.isEmpty()) {
      return draw.of(side, batch);
    }
    int[] none = new int[side.slots(batch).length];
    Arrays.fill(none, PreferenceDraw.DROPPED);
    return none;
  }

  private Parts parts(Ops tf, EntityInput whole) {
    return new Parts(
        preferences.stream().map(input -> new PartInput(tf, whole, input)).toList(),
        contents.stream().map(input -> new PartInput(tf, whole, input)).toList());
  }

  @Override
  public Operand<TFloat32> inference(Pass pass, EntityInput entities) {
    Parts parts = parts(pass.tf(), entities);
    entities.feed((some, into) -> fill(parts, some, into));
    return layers.apply(pass, parts.joined(pass));
  }

  private void fill(Parts parts, Entities some, Feeds into) {
    int[] left = some.indices().clone();
    for (int form = 0; form < preferences.size(); form++) {
      int[] those = having(preferences.get(form), some);
      for (int row = 0; row < those.length; row++) {
        if (left[row] == PartInput.NONE) {
          those[row] = PartInput.NONE;
        } else if (those[row] != PartInput.NONE) {
          left[row] = PartInput.NONE;
        }
      }
      parts.preferences().get(form).fill(those, some, into);
    }
    for (int m = 0; m < contents.size(); m++) {
      parts.contents().get(m).fill(having(contents.get(m), some), some, into);
    }
  }

  private int[] having(ModalityInput input, Entities some) {
    return PartInput.having(side, input, some);
  }

  private Stream<ModalityInput> inputs() {
    return Stream.concat(preferences.stream(), contents.stream());
  }

  @Override
  public boolean covers(int entity, Interactions rows, VisibleModalities visible) {
    return inputs().anyMatch(input -> side.has(input, entity, rows, visible));
  }

  @Override
  public boolean dependsOnHistory() {
    return inputs().anyMatch(ModalityInput::dependsOnHistory);
  }

  @Override
  public boolean uses(String modality) {
    return inputs().anyMatch(input -> input.comesFrom(modality));
  }

  @Override
  public boolean usesModalities() {
    return inputs().anyMatch(ModalityInput::isSideInformation);
  }
}
