package org.trellisrec.recommenders.branch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.tensorflow.graph.Entities;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Feeds;
import org.trellisrec.tensorflow.graph.Pass;

/** {@link ModalityRows} as input of a graph, with the features of the rows of every modality. */
final class RowInput {
  private final List<EntityInput> parts = new ArrayList<>();
  private final List<Placeholder<TInt32>> uses = new ArrayList<>();
  private final Map<Integer, Placeholder<TFloat32>> counts = new LinkedHashMap<>();
  private final Placeholder<TInt32> rows;
  private final Placeholder<TFloat32> weights;
  private final boolean shared;

  /**
   * @param whole the side that the entities belong to
   * @param modalities names of the modalities
   * @param width most modalities of a slot
   * @param shared true if slots share rows
   */
  RowInput(Ops tf, EntityInput whole, List<String> modalities, int width, boolean shared) {
    this.shared = shared;
    for (String modality : modalities) {
      EntityInput part = whole.part(modality);
      parts.add(part);
      if (!shared) {
        uses.add(integers(tf, part.name() + ".uses"));
      }
    }
    rows = integers(tf, whole.name() + ".rows");
    weights =
        tf.withName(whole.name() + ".weights")
            .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, width)));
  }

  private static Placeholder<TInt32> integers(Ops tf, String name) {
    return tf.withName(name).placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
  }

  /** The distinct entities that occur in a modality. */
  EntityInput part(int modality) {
    return parts.get(modality);
  }

  /**
   * The rows of a modality.
   *
   * @param ofEntities one row per distinct entity
   */
  Operand<TFloat32> rowsOf(Pass pass, int modality, Operand<TFloat32> ofEntities) {
    Ops tf = pass.tf();
    return shared ? ofEntities : tf.gather(ofEntities, uses.get(modality), tf.constant(0));
  }

  /** How many slots use each row of a modality. */
  Operand<TFloat32> counts(Ops tf, int modality) {
    return counts.computeIfAbsent(
        modality,
        m ->
            tf.withName(parts.get(m).name() + ".counts")
                .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1))));
  }

  /** The rows that every slot is made of, slots * width. */
  Operand<TInt32> rows() {
    return rows;
  }

  /** 1 where a slot has a row, 0 where it lacks one, slots x width. */
  Operand<TFloat32> weights() {
    return weights;
  }

  /**
   * Fills every placeholder that was asked for.
   *
   * @param plan the rows
   * @param of what is known of the side
   */
  void fill(ModalityRows plan, Entities of, Feeds into) {
    for (int m = 0; m < parts.size(); m++) {
      parts.get(m).fill(of.with(plan.entities(m)), into);
      if (!shared) {
        into.put(uses.get(m), plan.uses(m));
      }
    }
    counts.forEach(
        (modality, placeholder) -> {
          float[] ofRows = plan.counts(modality);
          into.put(placeholder, ofRows, ofRows.length);
        });
    into.put(rows, plan.rows());
    float[] present = plan.weights();
    into.put(weights, present, plan.slots(), plan.width());
  }
}
