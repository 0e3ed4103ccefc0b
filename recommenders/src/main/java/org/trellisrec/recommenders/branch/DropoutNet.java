package org.trellisrec.recommenders.branch;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
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
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.Dense;
import org.trellisrec.tensorflow.layers.Losses;
import org.trellisrec.tensorflow.layers.Mlp;
import org.trellisrec.tensorflow.training.Network;
import org.trellisrec.tensorflow.training.NetworkFactory;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.tensorflow.training.NetworkTraining;
import org.trellisrec.tensorflow.training.TrainingParams;

/**
 * Networks over preference and content of an entity that learn to go without the preference.
 *
 * <p>As published, with factors U of users and V of items that were fitted before (by {@link
 * WeightedAls}), the mean over training interactions and as many sampled pairs as negatives of
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
   * @param vectorSize width of projected vectors
   * @param labelsSize width of several labels
   * @param categorySize width of one label
   * @param dropout rate at which preferences are left out
   * @param transform rate at which means stand for factors
   * @param factors how factors are fitted
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
              aliases = {"shared_common_dim", "embedding_dim", "factors"})
          int embeddingSize,
      @Param(
              description =
                  "Widths of the layers before the embedding; by default [200], for the reference"
                      + " code [64].",
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
              description = "Width that vectors are projected to; only by the reference code.",
              byDefault = "64",
              min = 1)
          int vectorSize,
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
                      + " the item; not used by the reference code.",
              byDefault = "0.2",
              min = 0,
              max = 1)
          double transform,
      @Inline WeightedAls.Params factors,
      @Param(
              description =
                  "Negatives per training interaction; by default 1, for the reference code 10.",
              byDefault = Param.OPTIONAL,
              min = 1,
              aliases = {"neg_ratio", "n_negatives"})
          Integer negatives,
      @Inline(
              defaults = {
                "epochs: 50",
                "optimizer: adamw",
                "learning_rate: 0.001",
                "weight_decay: 1e-6"
              })
          TrainingParams training) {

    /** Fills in what the fidelity decides. */
    public Params {
      boolean code = fidelity == Fidelity.REFERENCE_CODE;
      userModalities = List.copyOf(userModalities);
      itemModalities = List.copyOf(itemModalities);
      hiddenLayers = hiddenLayers != null ? List.copyOf(hiddenLayers) : List.of(code ? 64 : 200);
      negatives = negatives != null ? negatives : Integer.valueOf(code ? 10 : 1);
      if (!code && dropout + transform > 1) {
        throw new InputException(
            "dropout and transform are shares of the same pairs, but add up to %s, which is more"
                + " than 1",
            dropout + transform);
      }
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
    modalities(Side.USERS, information);
    modalities(Side.ITEMS, information);
  }

  private ModalitySide modalities(Side side, SideInformation information) {
    List<String> asked = side == Side.USERS ? params.userModalities() : params.itemModalities();
    ModalitySide found = ModalitySide.of(side, asked, information);
    if (found.names().contains(IdInput.NAME)) {
      throw new InputException(
          "DropoutNet takes no id of %s, which a cold entity lacks; it takes interactions and side"
              + " information",
          side.label());
    }
    return found;
  }

  @Override
  public TrainingParams training() {
    return params.training();
  }

  private boolean isProgram() {
    return params.fidelity() == Fidelity.REFERENCE_CODE;
  }

  @Override
  public BatchSource batches(TrainingData data, Seed seed) {
    int batchSize = params.training().batchSize();
    int negatives = params.negatives();
    return isProgram()
        ? new ListSource(
            data.interactions(), PositiveOrder.PER_POSITIVE, negatives, batchSize, true, seed)
        : new PairSource(data.interactions(), negatives, batchSize, true, seed);
  }

  @Override
  public SavableModel fit(TrainingData data, FitContext context) {
    return NetworkTraining.fit(
        data,
        context,
        training(),
        batches(data, context.seed().derive("batches")),
        factory(data, context.threads()));
  }

  @Override
  public SavableModel restore(Path folder, TrainingData data, FitContext context) {
    return NetworkTraining.restore(folder, data, context, factory(data, context.threads()));
  }

  @Override
  public Network network(Ops tf, Parameters parameters, TrainingData data) {
    return factory(data, 1).create(tf, parameters);
  }

  /** Fits the factors once for all graphs. */
  private NetworkFactory factory(TrainingData data, int threads) {
    check(data.side());
    if (isProgram()) {
      return (tf, parameters) -> new Builder(parameters, data).programmed();
    }
    WeightedAls.Vectors factors =
        WeightedAls.fit(data, params.factors(), params.preferenceSize(), threads);
    return (tf, parameters) -> new Builder(parameters, data).published(factors);
  }

  /** Makes the network. */
  private final class Builder {
    private final Initializer start = Initializer.parse("torch_linear");
    private final Parameters parameters;
    private final TrainingData data;

    Builder(Parameters parameters, TrainingData data) {
      this.parameters = parameters;
      this.data = data;
    }

    BranchNetwork programmed() {
      return new BranchNetwork(
          programmed(Side.USERS),
          programmed(Side.ITEMS),
          new DotSimilarity(),
          (pass, batch, similarity, users, items) ->
              Losses.bpr(pass.tf(), similarity.ofLists(pass, users, items)),
          data.byItem());
    }

    private Encoder programmed(Side side) {
      Dense layer =
          new Dense(
              parameters,
              "projections/" + side.label() + "/" + VisibleModalities.INTERACTIONS,
              side.profiles(data).columns(),
              params.preferenceSize(),
              start,
              start);
      return encoder(
          side,
          List.of(InteractionInput.of(side.profiles(data), layer, Activation.RELU)),
          Activation.RELU,
          Activation.RELU,
          PreferenceDraw.perList(params.dropout()));
    }

    BranchNetwork published(WeightedAls.Vectors factors) {
      return new BranchNetwork(
          published(Side.USERS, factors.users(), factors.items()),
          published(Side.ITEMS, factors.items(), factors.users()),
          new DotSimilarity(),
          new Reconstruction(factors),
          data.byItem());
    }

    private Encoder published(Side side, float[][] own, float[][] others) {
      Interactions profiles = side.profiles(data);
      float[][] trained = own.clone();
      for (int entity = 0; entity < trained.length; entity++) {
        trained[entity] = profiles.count(entity) > 0 ? trained[entity] : null;
      }
      int length = params.preferenceSize();
      return encoder(
          side,
          List.of(
              RawInput.ofFactors(trained, length),
              new MeanInput(ItemSet.occurringIn(profiles), others, length)),
          Activation.TANH,
          Activation.LINEAR,
          PreferenceDraw.perPair(params.dropout(), params.transform()));
    }

    /**
     * @param preferences the forms of the preference, if interactions are asked for
     */
    private Encoder encoder(
        Side side,
        List<ModalityInput> preferences,
        Activation hidden,
        Activation output,
        PreferenceDraw draw) {
      ModalitySide modalities = modalities(side, data.side());
      boolean prefers = modalities.names().contains(VisibleModalities.INTERACTIONS);
      List<ModalityInput> contents = new ArrayList<>();
      int width = prefers ? params.preferenceSize() : 0;
      for (String name : modalities.names()) {
        if (!name.equals(VisibleModalities.INTERACTIONS)) {
          Modality modality = side.modalities(data.side()).get(name);
          width += width(modality);
          contents.add(content(modalities, name, modality));
        }
      }
      List<ModalityInput> forms = prefers ? preferences : List.of();
      Mlp layers = layers(side, width, hidden, output);
      return new DropoutEncoder(side, side.profiles(data), forms, contents, layers, draw);
    }

    private ModalityInput content(ModalitySide side, String name, Modality modality) {
      return !isProgram() && modality instanceof Modality.Dense vectors
          ? new RawInput(name, vectors)
          : side.input(name, parameters, data, width(modality), Activation.RELU);
    }

    private int width(Modality modality) {
      if (modality instanceof Modality.Dense vectors) {
        return isProgram() ? params.vectorSize() : vectors.length();
      }
      return modality instanceof Modality.Categorical ? params.categorySize() : params.labelsSize();
    }

    private Mlp layers(Side side, int inputs, Activation hidden, Activation output) {
      List<Integer> sizes = new ArrayList<>(params.hiddenLayers());
      sizes.add(params.embeddingSize());
      Mlp.Shape shape =
          new Mlp.Shape(
              sizes, Mlp.Shape.activations(sizes.size(), hidden, output), 0, 0, 0, start, start);
      return new Mlp(parameters, "branch/" + side.label(), inputs, shape);
    }
  }

  /** The squared error of what pretrained factors say of the pairs of a batch. */
  private record Reconstruction(WeightedAls.Vectors factors) implements Objective {
    @Override
    public Operand<TFloat32> loss(
        Pass pass,
        BatchInput batch,
        Similarity similarity,
        Operand<TFloat32> users,
        Operand<TFloat32> items) {
      Ops tf = pass.tf();
      Placeholder<TFloat32> targets =
          tf.withName("batch.targets")
              .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
      batch.feed(
          (values, into) -> {
            int[] ofUsers = Side.USERS.slots(values);
            int[] ofItems = Side.ITEMS.slots(values);
            float[] scores = new float[ofUsers.length];
            for (int pair = 0; pair < scores.length; pair++) {
              scores[pair] = (float) factors.score(ofUsers[pair], ofItems[pair]);
            }
            into.put(targets, scores, scores.length, 1);
          });
      Operand<TFloat32> found = similarity.ofLists(pass, users, items);
      return Losses.mean(tf, tf.math.square(tf.math.sub(found, targets)));
    }
  }
}
