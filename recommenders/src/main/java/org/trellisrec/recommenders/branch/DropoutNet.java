package org.trellisrec.recommenders.branch;

import jakarta.inject.Inject;
import java.util.List;
import org.tensorflow.op.Ops;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.factorization.WeightedAls;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.SavableModel;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.batch.ListSource;
import org.trellisrec.tensorflow.batch.PairSource;
import org.trellisrec.tensorflow.batch.PositiveOrder;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.training.Network;
import org.trellisrec.tensorflow.training.NetworkFactory;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.tensorflow.training.TrainingParams;

/**
 * Networks over preference and content of an entity that learn to go without the preference.
 *
 * <p>As published, with factors U of users and V of items that were fitted before (by {@link
 * WeightedAls}), the mean of the following over pairs of a training interaction, of users drawn
 * uniformly, and over sampled pairs that are none, {@code negatives} for each of the former:
 *
 * <pre>(U_u . V_i - e_u . e_i)^2, with e_u = f([x_u, U_u]) and e_i = g([x_i, V_i])</pre>
 *
 * where contents x are vectors as they are, or trained vectors of labels. In a share of the pairs
 * the factors of the user or of the item are replaced by zeros, in another share by the mean
 * factors of the items of the user, or of the users of the item. At inference this mean stands for
 * a user who was not trained on but of whom interactions are visible. Factors are no part of what
 * is saved: they are the same whenever they are fitted, and a model that is read, or a training
 * that goes on, fits them again.
 *
 * <p>As programmed by the authors of SiBraR, who compare with it, {@code e = g([f_1(x_1), ..., r])}
 * on either side: contents x_m of one layer each (vectors of labels where they are labels), the
 * preference {@code r = relu(W profile + b)} of the row or column of the interaction matrix, all
 * side by side, and layers g that end in a ReLU. In training the profile is empty with the rate of
 * dropout, for all items of a list at once. The score is {@code e_u . e_i}, the loss BPR.
 *
 * <p>Source: Volkovs, Yu and Poutanen, "DropoutNet: addressing cold start in recommender systems",
 * NeurIPS 2017.
 *
 * <p>Cold entities are encoded with an empty preference; a modality that an entity lacks counts as
 * zeros. An entity with neither interactions nor content is not scored.
 */
@Summary(
    value = "Encodes preference and content, and learns to go without the preference.",
    source =
        "Volkovs, Yu and Poutanen: DropoutNet: Addressing Cold Start in Recommender Systems,"
            + " NeurIPS 2017")
public final class DropoutNet implements NetworkRecommender {
  /**
   * What can be configured.
   *
   * @param fidelity paper or program
   * @param userModalities of users
   * @param itemModalities of items; empty for all there are
   * @param embeddingSize length of the embeddings
   * @param hiddenLayers widths of the layers before the embedding
   * @param preferenceSize width of the projected preference, or number of factors
   * @param vectorSize width of projected vectors; null as published
   * @param labelsSize width of several labels
   * @param categorySize width of one label
   * @param dropout rate at which preferences are left out
   * @param transform rate at which means stand for factors; null for the program
   * @param factors how factors are fitted; nothing is given for the program
   * @param negatives per positive
   * @param training how it is trained
   */
  public record Params(
      @Param(
              description =
                  "paper, or reference_code for the end-to-end network that the authors of SiBraR"
                      + " compare with.",
              byDefault = "paper")
          Fidelity fidelity,
      @Param(
              description =
                  "Modalities of users: interactions, which are the preference, and names of side"
                      + " information.",
              byDefault = "[interactions]")
          List<String> userModalities,
      @Param(
              description =
                  "Modalities of items, likewise; an empty list is interactions and all side"
                      + " information there is of items.",
              byDefault = "[]")
          List<String> itemModalities,
      @Param(
              description = "Length of the embeddings.",
              byDefault = "64",
              min = 1,
              aliases = {"factors", "embedding_dim", "latent_dim", "embed_k", "shared_common_dim"})
          int embeddingSize,
      @Param(
              description =
                  "Widths of the layers before the embedding; by default [200] for paper, [64] for"
                      + " reference_code.",
              byDefault = Param.OPTIONAL,
              min = 1,
              aliases = "common_hidden_layers")
          List<Integer> hiddenLayers,
      @Param(
              description =
                  "Number of factors, or for the reference code the width that the interactions are"
                      + " projected to.",
              byDefault = "64",
              min = 1,
              aliases = "preference_layers")
          int preferenceSize,
      @Param(
              description =
                  "Width that vectors are projected to; by default 64. For fidelity reference_code"
                      + " alone.",
              byDefault = Param.OPTIONAL,
              min = 1)
          Integer vectorSize,
      @Param(
              description = "Length of the vectors of labels where an entity has several.",
              byDefault = "16",
              min = 1)
          int labelsSize,
      @Param(
              description = "Length of the vectors of labels where an entity has one.",
              byDefault = "8",
              min = 1)
          int categorySize,
      @Param(
              description =
                  "Rate at which preferences are left out in training: of pairs in which the user or"
                      + " the item goes without, for the reference code of users and of lists of"
                      + " items.",
              byDefault = "0.5",
              min = 0,
              max = 1)
          double dropout,
      @Param(
              description =
                  "Rate of pairs in which the mean factors of the other side stand for the user or"
                      + " the item; by default 0.2. For fidelity paper alone.",
              byDefault = Param.OPTIONAL,
              min = 0,
              max = 1)
          Double transform,
      @Inline WeightedAls.Params factors,
      @Param(
              description =
                  "Negatives per training interaction; by default 1 for paper, 10 for"
                      + " reference_code.",
              byDefault = Param.OPTIONAL,
              min = 1,
              aliases = {"neg_ratio", "n_negatives", "num_neg"})
          Integer negatives,
      @Inline(
              defaults = {
                "epochs: 50",
                "optimizer: adamw",
                "learning_rate: 0.001",
                "weight_decay: 1e-6"
              })
          TrainingParams training) {
    private static final List<Integer> LAYERS_OF_PAPER = List.of(200);
    private static final List<Integer> LAYERS_OF_CODE = List.of(64);
    private static final Integer USUAL_VECTOR_SIZE = 64;
    private static final Double USUAL_TRANSFORM = 0.2;
    private static final Integer NEGATIVES_OF_PAPER = 1;
    private static final Integer NEGATIVES_OF_CODE = 10;

    /**
     * Fills in what the fidelity decides; what nothing would use is null.
     *
     * @throws InputException if parameters do not go together, or nothing would use one that is
     *     given
     */
    public Params {
      boolean code = fidelity == Fidelity.REFERENCE_CODE;
      userModalities = List.copyOf(userModalities);
      itemModalities = List.copyOf(itemModalities);
      List<Integer> usual = code ? LAYERS_OF_CODE : LAYERS_OF_PAPER;
      hiddenLayers = hiddenLayers != null ? List.copyOf(hiddenLayers) : usual;
      negatives = negatives != null ? negatives : code ? NEGATIVES_OF_CODE : NEGATIVES_OF_PAPER;
      training.optimizer().requireDense("looks up no rows of embedding tables");
      if (code) {
        refuseOfPaper(transform, factors);
        vectorSize = vectorSize != null ? vectorSize : USUAL_VECTOR_SIZE;
      } else {
        Checks.requireUsed("vector_size", vectorSize, false, "fidelity reference_code");
        transform = transform != null ? transform : USUAL_TRANSFORM;
        factors = factors.filled();
        if (dropout + transform > 1) {
          throw new InputException(
              "dropout and transform are shares of the same pairs, but add up to %s, which is more"
                  + " than 1",
              dropout + transform);
        }
      }
    }

    private static void refuseOfPaper(Double transform, WeightedAls.Params factors) {
      String paper = "fidelity paper";
      Checks.requireUsed("transform", transform, false, paper);
      Checks.requireUsed("alpha", factors.alpha(), false, paper);
      Checks.requireUsed("factor_regularization", factors.factorRegularization(), false, paper);
      Checks.requireUsed("factor_sweeps", factors.factorSweeps(), false, paper);
    }

    /** True for the network of the authors of SiBraR. */
    boolean isProgram() {
      return fidelity == Fidelity.REFERENCE_CODE;
    }
  }

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public DropoutNet(Params params) {
    this.params = params;
  }

  @Override
  public void check(SideInformation information) {
    DropoutBuilder.check(params, information);
  }

  @Override
  public TrainingParams training() {
    return params.training();
  }

  @Override
  public BatchSource batches(TrainingData data, Seed seed) {
    int batchSize = params.training().batchSize();
    int negatives = params.negatives();
    return params.isProgram()
        ? new ListSource(
            data.interactions(), PositiveOrder.PER_POSITIVE, negatives, batchSize, true, seed)
        : new PairSource(data.interactions(), negatives, batchSize, true, seed);
  }

  @Override
  public Network network(Ops tf, Parameters parameters, TrainingData data) {
    return networks(data, 1).create(tf, parameters);
  }

  @Override
  public SavableModel fit(TrainingData data, FitContext context) {
    ModalitySide.noteUnusedOfUsers(params.userModalities(), data.side(), context);
    return NetworkRecommender.super.fit(data, context);
  }

  /** Fits the factors once for all graphs. */
  @Override
  public NetworkFactory networks(TrainingData data, int threads) {
    check(data.side());
    if (params.isProgram()) {
      return (tf, parameters) -> new DropoutBuilder(params, parameters, data).programmed();
    }
    WeightedAls.Vectors factors =
        WeightedAls.fit(data, params.factors(), params.preferenceSize(), threads);
    return (tf, parameters) -> new DropoutBuilder(params, parameters, data).published(factors);
  }
}
