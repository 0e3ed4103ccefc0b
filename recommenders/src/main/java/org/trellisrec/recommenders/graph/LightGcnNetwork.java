package org.trellisrec.recommenders.graph;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.graph.Sums;
import org.trellisrec.tensorflow.layers.Embedding;
import org.trellisrec.tensorflow.layers.Losses;
import org.trellisrec.tensorflow.layers.Scores;
import org.trellisrec.tensorflow.training.Coverage;
import org.trellisrec.tensorflow.training.Network;

/** Tables of embeddings, propagated once per pass. */
final class LightGcnNetwork implements Network {
  private final LightGcn.Params params;
  private final NormalizedGraph graph;
  private final Nodes initial;
  private final Coverage coverage;

  LightGcnNetwork(Ops tf, Parameters parameters, TrainingData data, LightGcn.Params params) {
    this.params = params;
    Interactions train = data.interactions();
    this.graph = new NormalizedGraph(tf, train, DenseCore.of(train, params.training().precision()));
    this.initial =
        new Nodes(
            table(parameters, "embeddings/users", data.users().size()),
            table(parameters, "embeddings/items", data.items().size()));
    this.coverage = Coverage.ofTrained(data);
  }

  private Operand<TFloat32> table(Parameters parameters, String name, int entities) {
    return new Embedding(parameters, name, entities, params.embeddingSize(), params.initializer())
        .table();
  }

  @Override
  public Operand<TFloat32> loss(Pass pass, BatchInput batch) {
    Ops tf = pass.tf();
    Operand<TFloat32> listUsers = batch.perList(users(pass, batch.users()));
    Operand<TFloat32> listItems =
        batch.asLists(batch.perItem(items(pass, batch.items())), params.embeddingSize());
    Operand<TFloat32> loss = Losses.bpr(tf, Scores.ofLists(tf, listUsers, listItems));
    return params.l2() == 0 ? loss : tf.math.add(loss, penalty(tf, batch));
  }

  /** {@code l2 / 2} times the squared length of the initial vectors of a list, mean over lists. */
  private Operand<TFloat32> penalty(Ops tf, BatchInput batch) {
    Operand<TFloat32> squares =
        Losses.halfSquares(
            tf,
            List.of(
                batch.perList(rows(tf, initial.users(), batch.users())),
                batch.perItem(rows(tf, initial.items(), batch.items()))));
    Operand<TFloat32> lists =
        tf.dtypes.cast(tf.gather(batch.shape(), tf.constant(0), tf.constant(0)), TFloat32.class);
    return tf.math.mul(tf.math.div(squares, lists), tf.constant((float) params.l2()));
  }

  private static Operand<TFloat32> rows(Ops tf, Operand<TFloat32> all, EntityInput some) {
    return tf.gather(all, some.indices(), tf.constant(0));
  }

  @Override
  public Operand<TFloat32> users(Pass pass, EntityInput input) {
    Ops tf = pass.tf();
    return mean(tf, layers().mapToObj(k -> users(pass, k, input)).toList());
  }

  /**
   * Vectors of a layer. A batch has few of the users, so the last layer is propagated to these
   * alone; of the items it has most.
   */
  private Operand<TFloat32> users(Pass pass, int layer, EntityInput input) {
    return layer > 0 && layer == params.nLayers()
        ? graph.toUsers(pass, nodes(pass).get(layer - 1).items(), input.indices())
        : rows(pass.tf(), nodes(pass).get(layer).users(), input);
  }

  @Override
  public Operand<TFloat32> items(Pass pass, EntityInput input) {
    Ops tf = pass.tf();
    return mean(tf, layers().mapToObj(k -> rows(tf, nodes(pass).get(k).items(), input)).toList());
  }

  /** The nodes of every layer. */
  private List<Nodes> nodes(Pass pass) {
    return pass.once(this, () -> initial.layers(pass, graph, params.nLayers()));
  }

  private IntStream layers() {
    return IntStream.rangeClosed(0, params.nLayers());
  }

  private Operand<TFloat32> mean(Ops tf, List<Operand<TFloat32>> ofLayers) {
    return tf.math.mul(Sums.of(tf, ofLayers), tf.constant(1f / ofLayers.size()));
  }

  @Override
  public Coverage coverage() {
    return coverage;
  }
}
