package org.trellisrec.recommenders.branch;

import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.math.Ratings;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.layers.Mlp;
import org.trellisrec.tensorflow.layers.SparseDense;

/** Makes the networks of DeepMF and CoBraR, which differ in whether the branch is shared. */
final class BranchBuilder {
  private final BranchParams params;
  private final Parameters parameters;
  private final TrainingData data;

  BranchBuilder(BranchParams params, Parameters parameters, TrainingData data) {
    this.params = params;
    this.parameters = parameters;
    this.data = data;
  }

  /** Users and items pass through the same branch. */
  BranchNetwork oneBranch() {
    Mlp shared = branch("branch", params.sharedBranch());
    // One pair of running means, as PyTorch has it, is that of neither users nor items.
    boolean mixed = params.fidelity() == Fidelity.REFERENCE_CODE;
    return network(shared, mixed ? shared : shared.of(parameters, Side.ITEMS.label()));
  }

  /** Users and items pass through a branch each. */
  BranchNetwork twoBranches() {
    return network(
        branch("branch/users", params.branch()), branch("branch/items", params.branch()));
  }

  private BranchNetwork network(Mlp ofUsers, Mlp ofItems) {
    SparseDense fromItems = projection(Side.USERS, data.items().size());
    SparseDense fromUsers = projection(Side.ITEMS, data.users().size());
    return new BranchNetwork(
        encoder(Side.USERS, fromItems, fromUsers, ofUsers),
        encoder(Side.ITEMS, fromUsers, fromItems, ofItems),
        similarity(),
        params.loss().objective(params.lossSettings(greatestLabel())),
        data.byItem());
  }

  private Mlp branch(String name, Mlp.Shape shape) {
    return new Mlp(parameters, name, params.projectionSize(), shape);
  }

  private SparseDense projection(Side side, int width) {
    return new SparseDense(
        parameters,
        "projections/" + side.label(),
        width,
        params.projectionSize(),
        Initializer.XAVIER_UNIFORM,
        Initializer.TORCH_LINEAR);
  }

  private ProfileEncoder encoder(Side side, SparseDense neighbours, SparseDense own, Mlp branch) {
    boolean binary = params.binary();
    Interactions profiles = side.profiles(data);
    Projection projection =
        switch (params.projections()) {
          case SEPARATE ->
              (pass, entities) -> neighbours.apply(pass.tf(), entities.interactions(binary));
          case JOINT ->
              new JointProjection(neighbours, own, JointProjection.self(profiles), binary);
        };
    return new ProfileEncoder(
        side, ItemSet.occurringIn(profiles), projection, params.projectionActivation(), branch);
  }

  private Similarity similarity() {
    return switch (params.similarity()) {
      case COSINE -> new CosineSimilarity(predictionFloor());
      case DOT -> new DotSimilarity();
      case NEURAL ->
          new NeuralSimilarity(parameters, params.embeddingSize(), params.similarityUnits());
    };
  }

  private double predictionFloor() {
    return params.fidelity() == Fidelity.REFERENCE_CODE && params.mu() != null
        ? params.mu()
        : Double.NEGATIVE_INFINITY;
  }

  private double greatestLabel() {
    boolean labelled = params.loss() == BranchLoss.BCE && !params.binary();
    return labelled ? Ratings.greatestOfLabels(data.interactions()) : 1;
  }
}
