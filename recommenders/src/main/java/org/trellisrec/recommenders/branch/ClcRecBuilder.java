package org.trellisrec.recommenders.branch;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.TrainingData;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.Embedding;
import org.trellisrec.tensorflow.layers.Losses;

/** Makes the networks of CLCRec, as published and as programmed. */
final class ClcRecBuilder {
  private final ClcRec.Params params;
  private final ModalitySide content;
  private final Parameters parameters;
  private final TrainingData data;

  ClcRecBuilder(
      ClcRec.Params params, ModalitySide content, Parameters parameters, TrainingData data) {
    this.params = params;
    this.content = content;
    this.parameters = parameters;
    this.data = data;
  }

  /** As published. */
  BranchNetwork published() {
    Initializer start = Initializer.XAVIER_NORMAL;
    Collaborative users = vectors(Side.USERS, start);
    Collaborative items = vectors(Side.ITEMS, start);
    float share = (float) (1 - params.lambda());
    Objective objective =
        (pass, batch, similarity, ofUsers, ofItems) -> {
          Operand<TFloat32> scores = similarity.ofLists(pass, ofUsers, ofItems);
          Operand<TFloat32> loss = Losses.softmax(pass.tf(), scores, params.temperature());
          return pass.tf().math.mul(loss, pass.tf().constant(share));
        };
    return network(hybrid(users), hybrid(items), objective);
  }

  private Encoder hybrid(Collaborative vectors) {
    return vectors.side() != content.side()
        ? new TableEncoder(vectors)
        : new HybridEncoder(
            vectors, perceptron(), params.replacement(), params.lambda(), params.temperature());
  }

  /** As programmed by the authors of SiBraR. */
  BranchNetwork programmed() {
    Initializer start = ProgramStart.vectors(params.embeddingSize());
    Encoder users = average(vectors(Side.USERS, start));
    Encoder items = average(vectors(Side.ITEMS, start));
    Embedding table =
        new Embedding(parameters, "biases/items", data.items().size(), 1, ProgramStart.vectors(1));
    Collaborative biases = new Collaborative(Side.ITEMS, Side.ITEMS.profiles(data), table);
    return network(
        new BiasEncoder(users, Optional.empty()),
        new BiasEncoder(items, Optional.of(biases)),
        (pass, batch, similarity, ofUsers, ofItems) -> {
          Operand<TFloat32> products = similarity.ofLists(pass, ofUsers, ofItems);
          Operand<TFloat32> ofSlots = batch.perItem(biases.of(pass, batch.items()));
          return Losses.bpr(pass.tf(), pass.tf().math.add(products, batch.asLists(ofSlots)));
        });
  }

  private Encoder average(Collaborative vectors) {
    if (vectors.side() != content.side()) {
      return new TableEncoder(vectors);
    }
    Content layer =
        new Content(
            content.side(),
            content.side().profiles(data),
            content.inputs(parameters, data, params.embeddingSize(), Activation.RELU),
            Activation.LINEAR,
            Optional.empty());
    // Among the users, the program compares lists of one, which costs and teaches nothing.
    return new AverageEncoder(
        vectors,
        layer,
        content.side() == Side.USERS
            ? Optional.empty()
            : Optional.of(new Contrast(1, params.temperature(), Contrast.Scope.LIST, false)));
  }

  private Collaborative vectors(Side side, Initializer start) {
    int entities = side.profiles(data).rows();
    return new Collaborative(
        side,
        side.profiles(data),
        new Embedding(
            parameters, "embeddings/" + side.label(), entities, params.embeddingSize(), start));
  }

  private Content perceptron() {
    return Content.perceptron(
        content,
        parameters,
        data,
        params.hiddenLayers(),
        params.embeddingSize(),
        Activation.LEAKY_RELU);
  }

  private BranchNetwork network(Encoder users, Encoder items, Objective objective) {
    return new BranchNetwork(users, items, new DotSimilarity(), objective, data.byItem());
  }
}
