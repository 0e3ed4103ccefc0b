package org.trellisrec.recommenders.branch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.graph.Sums;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.Mlp;

/**
 * An encoder of the side information of entities: the sum of the projections of their modalities,
 * which is a layer over all of them side by side, and the layers after it.
 *
 * @param side users or items
 * @param profiles training interactions with a row for every entity
 * @param inputs the modalities, at least one
 * @param activation after the sum
 * @param layers what follows, if anything
 */
record Content(
    Side side,
    Interactions profiles,
    List<ModalityInput> inputs,
    Activation activation,
    Optional<Mlp> layers) {
  /**
   * With layers of these widths and one for the result.
   *
   * @param hidden widths before the result, the first that of the projections; at least one
   * @param size length of the result
   * @param activation after all layers but the last
   */
  static Content perceptron(
      ModalitySide modalities,
      Parameters parameters,
      TrainingData data,
      List<Integer> hidden,
      int size,
      Activation activation) {
    List<Integer> sizes = new ArrayList<>(hidden.subList(1, hidden.size()));
    sizes.add(size);
    Mlp.Shape shape =
        Mlp.Shape.plain(
            sizes,
            activation,
            Activation.LINEAR,
            Initializer.TORCH_LINEAR,
            Initializer.TORCH_LINEAR);
    String name = "content/" + modalities.side().label();
    return new Content(
        modalities.side(),
        modalities.side().profiles(data),
        modalities.inputs(parameters, data, hidden.get(0), Activation.LINEAR),
        activation,
        Optional.of(new Mlp(parameters, name, hidden.get(0), shape)));
  }

  /**
   * The encoded contents.
   *
   * @param standIn what stands for the content of an entity that has none, n x d
   * @return n x d
   */
  Operand<TFloat32> of(Pass pass, EntityInput entities, Operand<TFloat32> standIn) {
    Ops tf = pass.tf();
    boolean gaps = !pass.isTraining() || !isComplete();
    List<Operand<TFloat32>> projected =
        inputs.stream()
            .map(
                input ->
                    gaps
                        ? PartInput.ofEntities(tf, entities, side, input).rows(pass)
                        : ofAll(pass, entities, input))
            .toList();
    Operand<TFloat32> sum = Sums.of(tf, projected);
    Operand<TFloat32> active = activation.apply(tf, sum);
    Operand<TFloat32> encoded = layers.map(mlp -> mlp.apply(pass, active)).orElse(active);
    return gaps
        ? Masks.choose(tf, Masks.of(tf, entities, "content", this::covers), encoded, standIn)
        : encoded;
  }

  /** True if no entity with training interactions lacks anything: then nothing stands in. */
  private boolean isComplete() {
    return IntStream.range(0, profiles.rows())
        .filter(entity -> profiles.count(entity) > 0)
        .allMatch(entity -> inputs.stream().allMatch(input -> input.has(entity, profiles)));
  }

  private static Operand<TFloat32> ofAll(Pass pass, EntityInput entities, ModalityInput input) {
    EntityInput own = entities.part(input.name());
    entities.feed(own::fill);
    return input.project(pass, own);
  }

  /** True if a modality is part of the content. */
  boolean uses(String modality) {
    return inputs.stream().anyMatch(input -> input.comesFrom(modality));
  }

  /** True if an entity has content that may be used. */
  boolean covers(int entity, Interactions rows, VisibleModalities visible) {
    return inputs.stream().anyMatch(input -> side.has(input, entity, rows, visible));
  }
}
