package org.trellisrec.tensorflow.training;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.TrainingData;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.Embedding;
import org.trellisrec.tensorflow.layers.Losses;
import org.trellisrec.tensorflow.layers.Mlp;
import org.trellisrec.tensorflow.layers.Scores;
import org.trellisrec.tensorflow.layers.SparseDense;

/** One of everything that a training keeps: tables, sparse profiles, batch norm and dropout. */
final class TinyNetwork implements Network {
  private static final int SIZE = 8;

  /** So wide that the weights are two variables. */
  private static final int PROJECTED = 300;

  private final Embedding users;
  private final SparseDense projection;
  private final Mlp items;
  private final Coverage coverage;

  TinyNetwork(Parameters parameters, TrainingData data) {
    users =
        new Embedding(
            parameters, "embeddings/users", data.users().size(), SIZE, Initializer.normal(0.1));
    projection =
        new SparseDense(
            parameters,
            "projection",
            data.users().size(),
            PROJECTED,
            Initializer.XAVIER_UNIFORM,
            Initializer.ZEROS);
    items = new Mlp(parameters, "items", PROJECTED, shape());
    coverage = Coverage.ofTrained(data);
  }

  private static Mlp.Shape shape() {
    return new Mlp.Shape(
        List.of(16, SIZE),
        Mlp.Shape.activations(2, Activation.RELU, Activation.LINEAR),
        0.2,
        0,
        1,
        Initializer.XAVIER_UNIFORM,
        Initializer.ZEROS);
  }

  @Override
  public Operand<TFloat32> loss(Pass pass, BatchInput batch) {
    Ops tf = pass.tf();
    Operand<TFloat32> ofUsers = batch.perList(users(pass, batch.users()));
    Operand<TFloat32> ofItems = batch.perItem(items(pass, batch.items()));
    return Losses.bpr(tf, Scores.ofLists(tf, ofUsers, batch.asLists(ofItems, SIZE)));
  }

  @Override
  public Operand<TFloat32> users(Pass pass, EntityInput input) {
    return users.apply(pass, input.indices());
  }

  @Override
  public Operand<TFloat32> items(Pass pass, EntityInput input) {
    return items.apply(pass, projection.apply(pass.tf(), input.interactions(true)));
  }

  @Override
  public Coverage coverage() {
    return coverage;
  }
}
