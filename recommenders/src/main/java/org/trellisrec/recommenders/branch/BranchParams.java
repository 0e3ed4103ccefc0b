package org.trellisrec.recommenders.branch;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.tensorflow.batch.PositiveOrder;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.Mlp;
import org.trellisrec.tensorflow.training.TrainingParams;

/**
 * What can be configured of a model that encodes users and items from their interactions.
 *
 * @param embeddingSize length of the embeddings
 * @param hiddenLayers widths before the embedding: first that of the projections, then those of the
 *     branch
 * @param projections one for each side, or one for both
 * @param dropout rate in the branch
 * @param batchNorm n if every n-th layer of the branch has a batch norm, 0 if none has
 * @param similarity of a user and an item
 * @param similarityUnits hidden units of the neural similarity
 * @param loss what is minimised
 * @param temperature what scores are divided by
 * @param negatives per positive
 * @param fidelity paper or program
 * @param mu lower threshold of the cosine
 * @param profiles whether the model reads interactions or their ratings
 * @param projectionActivation after the projections
 * @param outputActivation after the branch
 * @param lossReduction how terms become one number
 * @param sampler in which order positives are visited
 * @param training how it is trained
 */
public record BranchParams(
    @Param(
            description = "Length of the embeddings.",
            byDefault = "64",
            min = 1,
            aliases = {"factors", "embedding_dim", "latent_dim", "embed_k"})
        int embeddingSize,
    @Param(
            description =
                "Widths before the embedding: of the projections first, then of the layers of the"
                    + " branch.",
            byDefault = "[512]",
            min = 1,
            aliases = {"collaborative_branch", "layers"})
        List<Integer> hiddenLayers,
    @Param(
            description =
                "separate: users and items are projected by a matrix each. joint: by one matrix"
                    + " over users and items, in which each entity also counts for itself.",
            byDefault = "separate")
        ProjectionKind projections,
    @Param(
            description = "Share of values set to 0 after each layer of the branch in training.",
            byDefault = "0",
            min = 0,
            max = 1,
            belowMax = true,
            aliases = {"dropout_prob", "dropout_rate"})
        double dropout,
    @Param(
            description =
                "Every n-th layer of the branch, n being this number, has a batch normalisation"
                    + " before its activation; 0: none. Users and items of one branch have running"
                    + " means of their own, but with reference_code common ones.",
            byDefault = "0",
            min = 0)
        int batchNorm,
    @Param(
            description =
                "Score of a user and an item: cosine, dot product, or neural (a weighted product"
                    + " and a hidden layer, as in NeuMF).",
            byDefault = "cosine")
        SimilarityKind similarity,
    @Param(
            description = "Hidden units of the neural similarity; by default 32.",
            byDefault = Param.OPTIONAL,
            min = 1)
        Integer similarityUnits,
    @Param(
            description =
                "What is minimised: bce (cross-entropy of positives and negatives), bpr, softmax"
                    + " (over a positive and its negatives) or infonce (the other positives of the"
                    + " batch are the negatives).",
            byDefault = "bce")
        BranchLoss loss,
    @Param(
            description = "What scores are divided by in bpr, softmax and infonce; by default 0.1.",
            byDefault = Param.OPTIONAL,
            min = 0,
            aboveMin = true,
            aliases = "tau")
        Double temperature,
    @Param(
            description =
                "Negatives per training interaction, which all losses but infonce have; by default"
                    + " 5.",
            byDefault = Param.OPTIONAL,
            min = 1,
            aliases = {"neg_ratio", "n_negatives", "num_neg"})
        Integer negatives,
    @Param(
            description =
                "paper or reference_code: which to follow where they differ. It sets the defaults"
                    + " of the keys below it, and the floor at prediction. With the defaults of"
                    + " paper, projections and the last layer of the branch are linear, so that one"
                    + " entry of hidden_layers means no ReLU at all; projection_activation: relu or"
                    + " output_activation: relu read the paper otherwise. reference_code with"
                    + " batch_norm and dropout applies them in another order than the authors'"
                    + " program: norm, ReLU, dropout.",
            byDefault = "paper")
        Fidelity fidelity,
    @Param(
            description =
                "Lower threshold of the cosine in bce; by default 1e-6 for paper, 1e-4 for"
                    + " reference_code, which applies it at prediction too.",
            byDefault = Param.OPTIONAL,
            min = 0,
            aboveMin = true,
            max = CrossEntropy.GREATEST_FLOOR)
        Double mu,
    @Param(
            description =
                "What the model reads: binary or ratings; with ratings, labels are ratings divided"
                    + " by the largest. By default binary for paper, ratings for reference_code.",
            byDefault = Param.OPTIONAL)
        Profiles profiles,
    @Param(
            description =
                "Activation after the projections; by default linear for paper, relu for"
                    + " reference_code.",
            byDefault = Param.OPTIONAL)
        Activation projectionActivation,
    @Param(
            description =
                "Activation after the branch; by default linear for paper, relu for"
                    + " reference_code.",
            byDefault = Param.OPTIONAL)
        Activation outputActivation,
    @Param(
            description =
                "Whether bce is the mean or the sum over the batch; by default sum for paper, mean"
                    + " for reference_code.",
            byDefault = Param.OPTIONAL)
        CrossEntropy.Reduction lossReduction,
    @Param(
            description =
                "per_positive visits every training interaction once an epoch, except, where"
                    + " negatives are sampled, those of users who have every item; uniform_user"
                    + " draws users uniformly, then one of their interactions, as Elliot does. By"
                    + " default per_positive for paper, uniform_user for reference_code.",
            byDefault = Param.OPTIONAL)
        PositiveOrder sampler,
    @Inline TrainingParams training) {

  private static final Double MU_OF_PAPER = 1e-6;
  private static final Double MU_OF_CODE = 1e-4;
  private static final Double USUAL_TEMPERATURE = 0.1;
  private static final Integer USUAL_NEGATIVES = 5;
  private static final Integer USUAL_UNITS = 32;

  /** What a profile consists of. */
  public enum Profiles {
    /** 1 for every interaction. */
    BINARY,
    /** The rating of every interaction. */
    RATINGS
  }

  /** How interactions come to the width of the branch. */
  public enum ProjectionKind {
    /** A projection of users and one of items. */
    SEPARATE,
    /** One projection of both. */
    JOINT
  }

  /**
   * Fills in what depends on fidelity, loss and similarity; what nothing would use is null.
   *
   * @throws InputException if parameters do not go together, or nothing would use one that is given
   */
  public BranchParams {
    boolean code = fidelity == Fidelity.REFERENCE_CODE;
    Activation activation = code ? Activation.RELU : Activation.LINEAR;
    hiddenLayers = List.copyOf(hiddenLayers);
    boolean crossEntropy = loss == BranchLoss.BCE;
    boolean ofCosines = crossEntropy && similarity == SimilarityKind.COSINE;
    Checks.requireUsed("mu", mu, ofCosines, "loss bce of similarity cosine");
    Checks.requireUsed("loss_reduction", lossReduction, crossEntropy, "loss bce");
    Checks.requireUsed("temperature", temperature, !crossEntropy, "loss bpr, softmax and infonce");
    Checks.requireUsed("negatives", negatives, loss.samples(), "loss bce, bpr and softmax");
    boolean neural = similarity == SimilarityKind.NEURAL;
    Checks.requireUsed("similarity_units", similarityUnits, neural, "similarity neural");
    if (!crossEntropy) {
      temperature = temperature != null ? temperature : USUAL_TEMPERATURE;
    }
    if (loss.samples()) {
      negatives = negatives != null ? negatives : USUAL_NEGATIVES;
    }
    if (neural) {
      similarityUnits = similarityUnits != null ? similarityUnits : USUAL_UNITS;
    }
    profiles = profiles != null ? profiles : code ? Profiles.RATINGS : Profiles.BINARY;
    projectionActivation = projectionActivation != null ? projectionActivation : activation;
    outputActivation = outputActivation != null ? outputActivation : activation;
    if (ofCosines) {
      mu = mu != null ? mu : code ? MU_OF_CODE : MU_OF_PAPER;
    }
    if (crossEntropy) {
      CrossEntropy.Reduction usual =
          code ? CrossEntropy.Reduction.MEAN : CrossEntropy.Reduction.SUM;
      lossReduction = lossReduction != null ? lossReduction : usual;
    }
    if (sampler == null) {
      sampler = code ? PositiveOrder.UNIFORM_USER : PositiveOrder.PER_POSITIVE;
    }
    if (hiddenLayers.isEmpty()) {
      throw new InputException(
          "hidden_layers must name at least the width of the projections, for instance [512]");
    }
    Checks.requireNormedLayer(batchNorm, hiddenLayers.size());
    training.optimizer().requireDense("has no table of embeddings, but projects profiles");
    if (neural && loss == BranchLoss.INFONCE) {
      throw new InputException(
          "loss infonce compares embeddings by cosine or dot product, so that a neural similarity"
              + " is not learned; give similarity: cosine or dot, or another loss");
    }
  }

  /** Width of the projections. */
  int projectionSize() {
    return hiddenLayers.get(0);
  }

  /** True if every interaction counts 1. */
  boolean binary() {
    return profiles == Profiles.BINARY;
  }

  /** What the loss depends on. */
  LossSettings lossSettings(double greatestLabel) {
    return new LossSettings(
        similarity,
        temperature == null ? 1 : temperature,
        mu == null ? 0 : mu,
        lossReduction,
        greatestLabel);
  }

  /** A branch for users or for items, from the width of the projections to the embedding. */
  Mlp.Shape branch() {
    List<Integer> sizes = branchSizes();
    return branch(sizes, Mlp.Shape.activations(sizes.size(), Activation.RELU, outputActivation));
  }

  /** The branch of users and items, likewise. */
  Mlp.Shape sharedBranch() {
    List<Integer> sizes = branchSizes();
    List<Activation> activations =
        Mlp.Shape.activations(sizes.size(), Activation.RELU, outputActivation);
    boolean losesOne = fidelity == Fidelity.REFERENCE_CODE && dropout == 0 && sizes.size() % 2 == 0;
    if (losesOne) {
      // The authors' test for the last layer compares a layer's number with the wrong count; that
      // of DeepMF compares a list with a number, and never holds.
      activations.set(sizes.size() / 2 - 1, Activation.LINEAR);
    }
    return branch(sizes, activations);
  }

  private List<Integer> branchSizes() {
    List<Integer> sizes = new ArrayList<>(hiddenLayers.subList(1, hiddenLayers.size()));
    sizes.add(embeddingSize);
    return sizes;
  }

  private Mlp.Shape branch(List<Integer> sizes, List<Activation> activations) {
    return new Mlp.Shape(
        sizes,
        activations,
        dropout,
        dropout,
        batchNorm,
        Initializer.XAVIER_UNIFORM,
        Initializer.TORCH_LINEAR);
  }
}
