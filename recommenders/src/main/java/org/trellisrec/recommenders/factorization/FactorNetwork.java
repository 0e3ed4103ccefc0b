package org.trellisrec.recommenders.factorization;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.TrainingData;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.BiasColumn;
import org.trellisrec.tensorflow.layers.Embedding;
import org.trellisrec.tensorflow.layers.Scores;
import org.trellisrec.tensorflow.training.Coverage;
import org.trellisrec.tensorflow.training.Network;

/** {@code s(u, i) = p_u . q_i + b_i}, under any loss over lists of scores. */
final class FactorNetwork implements Network {
  /** A loss over lists. */
  interface ListLoss {
    /**
     * @param scores lists x length
     * @param labels lists x length
     * @return a scalar
     */
    Operand<TFloat32> of(Ops tf, Operand<TFloat32> scores, Operand<TFloat32> labels);
  }

  private final Embedding users;
  private final Embedding items;
  private final Embedding bias;
  private final ListLoss loss;
  private final Coverage coverage;
  private final int size;

  FactorNetwork(Parameters parameters, TrainingData data, FactorParams params, ListLoss loss) {
    this.loss = loss;
    this.size = params.embeddingSize();
    this.coverage = Coverage.ofTrained(data);
    users = table(parameters, "embeddings/users", data.users().size(), params);
    items = table(parameters, "embeddings/items", data.items().size(), params);
    bias =
        params.itemBias()
            ? new Embedding(parameters, "biases/items", data.items().size(), 1, Initializer.ZEROS)
            : null;
  }

  private static Embedding table(
      Parameters parameters, String name, int entities, FactorParams params) {
    return new Embedding(parameters, name, entities, params.embeddingSize(), params.initializer());
  }

  @Override
  public Operand<TFloat32> loss(Pass pass, BatchInput batch) {
    Ops tf = pass.tf();
    Operand<TFloat32> listUsers = batch.perList(users(pass, batch.users()));
    Operand<TFloat32> listItems = batch.perItem(items(pass, batch.items()));
    int width = bias == null ? size : size + 1;
    Operand<TFloat32> scores = Scores.ofLists(tf, listUsers, batch.asLists(listItems, width));
    return loss.of(tf, scores, batch.labels());
  }

  @Override
  public Operand<TFloat32> users(Pass pass, EntityInput input) {
    Operand<TFloat32> vectors = users.apply(pass, input.indices());
    return bias == null ? vectors : BiasColumn.ones(pass.tf(), vectors);
  }

  @Override
  public Operand<TFloat32> items(Pass pass, EntityInput input) {
    Operand<TFloat32> vectors = items.apply(pass, input.indices());
    return bias == null
        ? vectors
        : BiasColumn.join(pass.tf(), vectors, bias.apply(pass, input.indices()));
  }

  @Override
  public Coverage coverage() {
    return coverage;
  }
}
