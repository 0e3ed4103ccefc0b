package org.trellisrec.recommenders.branch;

import java.util.List;
import java.util.stream.IntStream;
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

/**
 * One modality as input of a graph, a row per use of an entity, some of which go without it. Every
 * entity is projected once, however many rows use it.
 */
final class PartInput {
  /** In place of an entity: the row goes without the modality. */
  static final int NONE = -1;

  private final ModalityInput input;
  private final EntityInput distinct;
  private final Placeholder<TInt32> uses;

  /**
   * @param whole the side that the entities belong to
   */
  PartInput(Ops tf, EntityInput whole, ModalityInput input) {
    this.input = input;
    this.distinct = whole.part(input.name());
    this.uses =
        tf.withName(distinct.name() + ".uses")
            .placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
  }

  /** Such an input of which the rows are the entities themselves, as far as they have it. */
  static PartInput ofEntities(Ops tf, EntityInput whole, Side side, ModalityInput input) {
    PartInput part = new PartInput(tf, whole, input);
    whole.feed((some, into) -> part.fill(having(side, input, some), some, into));
    return part;
  }

  /** The entities that have a modality which may be used, {@link #NONE} for the others. */
  static int[] having(Side side, ModalityInput input, Entities some) {
    return IntStream.of(some.indices())
        .map(entity -> side.has(input, entity, some.rows(), some.visible()) ? entity : NONE)
        .toArray();
  }

  /**
   * The projections; rows that go without it have that of nothing.
   *
   * @return rows x p
   */
  Operand<TFloat32> rows(Pass pass) {
    Ops tf = pass.tf();
    Operand<TFloat32> known = input.project(pass, distinct);
    Operand<TFloat32> all = tf.concat(List.of(input.ofNothing(pass), known), tf.constant(0));
    return tf.gather(all, uses, tf.constant(0));
  }

  /**
   * Fills every placeholder.
   *
   * @param entities one per row, or {@link #NONE}
   * @param of what is known of the side
   */
  void fill(int[] entities, Entities of, Feeds into) {
    Numbering known = new Numbering();
    int[] rows = new int[entities.length];
    for (int row = 0; row < rows.length; row++) {
      // Row 0 is that of nothing.
      rows[row] = entities[row] == NONE ? 0 : 1 + known.of(entities[row]);
    }
    distinct.fill(of.with(known.keys()), into);
    into.put(uses, rows);
  }
}
