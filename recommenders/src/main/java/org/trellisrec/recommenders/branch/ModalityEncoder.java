package org.trellisrec.recommenders.branch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMin;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.Entities;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;

/**
 * Encodes an entity from its modalities: the fusion of {@code g_m(f_m(x_m))} over the modalities m
 * that it has, with projections f_m and branches g_m, which may be one and the same. In training,
 * some of the modalities stand for each slot; at inference, all that are visible.
 *
 * @param side users or items
 * @param profiles training interactions with a row for every entity
 * @param inputs the modalities with their projections
 * @param branches the branches g
 * @param size length of the embeddings
 * @param fusion makes one embedding of those of several modalities
 * @param draw which modalities stand for a slot in training
 * @param contrast the loss between the two modalities of every slot that has two, if there is one
 */
record ModalityEncoder(
    Side side,
    Interactions profiles,
    List<ModalityInput> inputs,
    Branches branches,
    int size,
    Fusion fusion,
    ModalityDraw draw,
    Optional<Contrast> contrast)
    implements Encoder {

  @Override
  public Encoded training(Pass pass, BatchInput batch) {
    int width = draw.width(inputs.size());
    boolean shared = !branches.isRandom();
    RowInput rows = new RowInput(pass.tf(), side.distinct(batch), modalities(), width, shared);
    int[][] standIns = standIns();
    Entities everyone = new Entities(new int[0], profiles);
    int[][] available =
        IntStream.range(0, profiles.rows())
            .mapToObj(entity -> modalities(entity, profiles, VisibleModalities.ALL))
            .toArray(int[][]::new);
    batch.feed(
        (values, into) -> {
          ModalityRows plan = new ModalityRows(standIns, width, shared);
          draw(values, available, plan);
          rows.fill(plan, everyone, into);
        });
    Operand<TFloat32> parts = parts(pass, rows, width);
    Operand<TFloat32> slots = fusion.of(pass, parts, rows.weights());
    return new Encoded(slots, contrast.map(loss -> contrast(pass.tf(), batch, parts, rows, loss)));
  }

  private void draw(Batch batch, int[][] available, ModalityRows plan) {
    UniformRandomProvider random =
        new Seed(batch.seed()).derive("modalities/" + side.label()).rng();
    for (int entity : side.slots(batch)) {
      plan.add(entity, draw.of(available[entity].clone(), random));
    }
  }

  private Operand<TFloat32> contrast(
      Ops tf, BatchInput batch, Operand<TFloat32> parts, RowInput rows, Contrast loss) {
    List<Output<TFloat32>> each = tf.unstack(parts, 2L, Unstack.axis(1L)).output();
    Operand<TFloat32> both =
        tf.reduceMin(rows.weights(), tf.constant(1), ReduceMin.keepDims(false));
    return loss.of(tf, each.get(0), each.get(1), both, side.shape(tf, batch), size);
  }

  @Override
  public Operand<TFloat32> inference(Pass pass, EntityInput entities) {
    int width = inputs.size();
    RowInput rows = new RowInput(pass.tf(), entities, modalities(), width, true);
    int[][] standIns = standIns();
    entities.feed((some, into) -> rows.fill(available(some, standIns), some, into));
    return fusion.of(pass, parts(pass, rows, width), rows.weights());
  }

  private int[][] standIns() {
    return ModalityRows.standIns(inputs, profiles.rows());
  }

  private ModalityRows available(Entities some, int[][] standIns) {
    ModalityRows plan = new ModalityRows(standIns, inputs.size(), true);
    for (int entity : some.indices()) {
      plan.add(entity, modalities(entity, some.rows(), some.visible()));
    }
    return plan;
  }

  private int[] modalities(int entity, Interactions rows, VisibleModalities visible) {
    return IntStream.range(0, inputs.size())
        .filter(m -> side.has(inputs.get(m), entity, rows, visible))
        .toArray();
  }

  /** The embeddings of the modalities of every slot, slots x width x d. */
  private Operand<TFloat32> parts(Pass pass, RowInput rows, int width) {
    Ops tf = pass.tf();
    // Where no entity has any modality, the rows that stand in must exist all the same.
    Operand<TFloat32> nothing = tf.zeros(tf.array(1, size), TFloat32.class);
    Operand<TFloat32> encoded = tf.concat(List.of(encoded(pass, rows), nothing), tf.constant(0));
    Operand<TFloat32> gathered = tf.gather(encoded, rows.rows(), tf.constant(0));
    return tf.reshape(gathered, tf.constant(new int[] {-1, width, size}));
  }

  private Operand<TFloat32> encoded(Pass pass, RowInput rows) {
    List<Operand<TFloat32>> projected = new ArrayList<>();
    List<Operand<TFloat32>> counts = new ArrayList<>();
    for (int m = 0; m < inputs.size(); m++) {
      Operand<TFloat32> ofEntities = inputs.get(m).project(pass, rows.part(m));
      projected.add(rows.rowsOf(pass, m, ofEntities));
      counts.add(pass.isTraining() ? rows.counts(pass.tf(), m) : null);
    }
    return branches.apply(pass, projected, counts);
  }

  @Override
  public List<String> modalities() {
    return inputs.stream().map(ModalityInput::name).toList();
  }

  @Override
  public boolean covers(int entity, Interactions rows, VisibleModalities visible) {
    return inputs.stream().anyMatch(input -> side.has(input, entity, rows, visible));
  }

  @Override
  public boolean dependsOnHistory() {
    return inputs.stream().anyMatch(ModalityInput::dependsOnHistory);
  }

  @Override
  public boolean uses(String modality) {
    return inputs.stream().anyMatch(input -> input.comesFrom(modality));
  }

  @Override
  public boolean usesModalities() {
    return inputs.stream().anyMatch(ModalityInput::isSideInformation);
  }
}
