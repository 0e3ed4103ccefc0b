package org.trellisrec.recommenders.branch;

import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.batch.ListSource;
import org.trellisrec.tensorflow.batch.PairSource;
import org.trellisrec.tensorflow.batch.PositiveOrder;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.layers.Dense;
import org.trellisrec.tensorflow.layers.Mlp;
import org.trellisrec.tensorflow.training.Coverage;
import org.trellisrec.tensorflow.training.NetworkTraining;

/** What DeepMF and CoBraR have in common: everything but whether the branch is shared. */
final class BranchTraining {
  private final BranchParams params;
  private final TrainingData data;
  private final boolean shared;

  BranchTraining(BranchParams params, TrainingData data, boolean shared) {
    this.params = params;
    this.data = data;
    this.shared = shared;
  }

  Model fit(FitContext context) {
    return NetworkTraining.fit(
        data,
        context,
        params.training(),
        source(context.seed().derive("batches")),
        (tf, parameters) -> network(parameters));
  }

  private BatchSource source(Seed seed) {
    Interactions train = data.interactions();
    int batchSize = params.training().batchSize();
    boolean pointwise = params.loss() == BranchLoss.BCE;
    if (pointwise && params.sampler() == PositiveOrder.UNIFORM_USER) {
      return new PairSource(train, params.negatives(), batchSize, params.binary(), seed);
    }
    int negatives = params.loss() == BranchLoss.INFONCE ? 0 : params.negatives();
    return new ListSource(train, params.sampler(), negatives, batchSize, params.binary(), seed);
  }

  private BranchNetwork network(Parameters parameters) {
    Mlp ofUsers = branch(parameters, shared ? "branch" : "branch/users");
    Mlp ofItems = shared ? ofUsers : branch(parameters, "branch/items");
    return new BranchNetwork(
        encoder(parameters, Side.USERS, data.items().size(), ofUsers),
        encoder(parameters, Side.ITEMS, data.users().size(), ofItems),
        similarity(parameters),
        params.loss().objective(params, greatestLabel()),
        Coverage.ofProfiles(data));
  }

  private Mlp branch(Parameters parameters, String name) {
    return new Mlp(parameters, name, params.projectionSize(), params.branch());
  }

  private ProfileEncoder encoder(Parameters parameters, Side side, int width, Mlp branch) {
    Dense projection =
        new Dense(
            parameters,
            "projections/" + side.label(),
            width,
            params.projectionSize(),
            Initializer.XAVIER_UNIFORM,
            Initializer.parse("torch_linear"));
    return new ProfileEncoder(
        side, params.binary(), projection, params.projectionActivation(), branch);
  }

  private Similarity similarity(Parameters parameters) {
    return switch (params.similarity()) {
      case COSINE -> new CosineSimilarity(predictionFloor());
      case DOT -> new DotSimilarity();
      case NEURAL ->
          new NeuralSimilarity(parameters, params.embeddingSize(), params.similarityUnits());
    };
  }

  private double predictionFloor() {
    return params.fidelity() == Fidelity.REFERENCE_CODE ? params.mu() : Double.NEGATIVE_INFINITY;
  }

  private double greatestLabel() {
    if (params.binary()) {
      return 1;
    }
    double greatest = 0;
    for (int position = 0; position < data.interactions().size(); position++) {
      greatest = Math.max(greatest, data.interactions().rating(position));
    }
    return greatest;
  }
}
