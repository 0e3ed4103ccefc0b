package org.trellisrec.recommenders.branch;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.op.Ops;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.batch.ListSource;
import org.trellisrec.tensorflow.batch.PositiveOrder;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.Dense;
import org.trellisrec.tensorflow.layers.Losses;
import org.trellisrec.tensorflow.layers.Mlp;
import org.trellisrec.tensorflow.training.Network;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.tensorflow.training.TrainingParams;

/**
 * Networks over preference and content of an entity that learn to go without the preference.
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
   * @param userModalities of users
   * @param itemModalities of items; empty for all there are
   * @param embeddingSize length of the embeddings
   * @param hiddenLayers widths of the layers before the embedding
   * @param preferenceSize width of the projected preference
   * @param vectorSize width of projected vectors
   * @param labelsSize width of several labels
   * @param categorySize width of one label
   * @param dropout rate at which preferences are left out
   * @param negatives per positive
   * @param training how it is trained
   */
  public record Params(
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
              description = "Widths of the layers before the embedding.",
              byDefault = "[64]",
              min = 1,
              aliases = "common_hidden_layers")
          List<Integer> hiddenLayers,
      @Param(
              description = "Width that a preference is projected to.",
              byDefault = "64",
              min = 1,
              aliases = "preference_layers")
          int preferenceSize,
      @Param(description = "Width that vectors are projected to.", byDefault = "64", min = 1)
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
              description = "Rate at which preferences are left out in training.",
              byDefault = "0.5",
              min = 0,
              max = 1)
          double dropout,
      @Param(
              description = "Negatives per training interaction.",
              byDefault = "10",
              min = 1,
              aliases = {"neg_ratio", "n_negatives"})
          int negatives,
      @Inline(
              defaults = {
                "epochs: 50",
                "optimizer: adamw",
                "learning_rate: 0.001",
                "weight_decay: 1e-6"
              })
          TrainingParams training) {

    /** Keeps its own copies. */
    public Params {
      userModalities = List.copyOf(userModalities);
      itemModalities = List.copyOf(itemModalities);
      hiddenLayers = List.copyOf(hiddenLayers);
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

  @Override
  public BatchSource batches(TrainingData data, Seed seed) {
    return new ListSource(
        data.interactions(),
        PositiveOrder.PER_POSITIVE,
        params.negatives(),
        params.training().batchSize(),
        true,
        seed);
  }

  @Override
  public Network network(Ops tf, Parameters parameters, TrainingData data) {
    Builder builder = new Builder(parameters, data);
    return new BranchNetwork(
        builder.encoder(Side.USERS),
        builder.encoder(Side.ITEMS),
        new DotSimilarity(),
        (pass, batch, similarity, users, items) ->
            Losses.bpr(pass.tf(), similarity.ofLists(pass, users, items)),
        data.byItem());
  }

  /** Makes the encoders. */
  private final class Builder {
    private final Initializer start = Initializer.parse("torch_linear");
    private final Parameters parameters;
    private final TrainingData data;

    Builder(Parameters parameters, TrainingData data) {
      this.parameters = parameters;
      this.data = data;
    }

    Encoder encoder(Side side) {
      ModalitySide modalities = modalities(side, data.side());
      List<ModalityInput> preferences = new ArrayList<>();
      List<ModalityInput> contents = new ArrayList<>();
      int width = 0;
      for (String name : modalities.names()) {
        if (name.equals(VisibleModalities.INTERACTIONS)) {
          preferences.add(preference(side));
          width += params.preferenceSize();
        } else {
          int own = width(side.modalities(data.side()).get(name));
          contents.add(modalities.input(name, parameters, data, own, Activation.RELU));
          width += own;
        }
      }
      return new DropoutEncoder(
          side,
          side.profiles(data),
          preferences,
          contents,
          layers(side, width),
          PreferenceDraw.perList(params.dropout()));
    }

    private ModalityInput preference(Side side) {
      Dense layer =
          new Dense(
              parameters,
              "projections/" + side.label() + "/" + VisibleModalities.INTERACTIONS,
              side.profiles(data).columns(),
              params.preferenceSize(),
              start,
              start);
      return InteractionInput.of(side.profiles(data), layer, Activation.RELU);
    }

    private int width(Modality modality) {
      return modality instanceof Modality.Categorical
          ? params.categorySize()
          : modality instanceof Modality.MultiHot ? params.labelsSize() : params.vectorSize();
    }

    private Mlp layers(Side side, int inputs) {
      List<Integer> sizes = new ArrayList<>(params.hiddenLayers());
      sizes.add(params.embeddingSize());
      Mlp.Shape shape =
          new Mlp.Shape(
              sizes,
              Mlp.Shape.activations(sizes.size(), Activation.RELU, Activation.RELU),
              0,
              0,
              0,
              start,
              start);
      return new Mlp(parameters, "branch/" + side.label(), inputs, shape);
    }
  }
}
