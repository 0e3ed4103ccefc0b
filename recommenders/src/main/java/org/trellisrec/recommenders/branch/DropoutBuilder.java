package org.trellisrec.recommenders.branch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.recommenders.factorization.WeightedAls;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.Losses;
import org.trellisrec.tensorflow.layers.Mlp;
import org.trellisrec.tensorflow.layers.SparseDense;

/** Makes the networks of {@link DropoutNet}. */
final class DropoutBuilder {
  private final DropoutNet.Params params;
  private final Parameters parameters;
  private final TrainingData data;

  DropoutBuilder(DropoutNet.Params params, Parameters parameters, TrainingData data) {
    this.params = params;
    this.parameters = parameters;
    this.data = data;
  }

  /**
   * Checks that the data have what the parameters ask for. Where all side information of items is
   * asked for there has to be some, of items or of users; who names the interactions alone goes
   * without.
   *
   * @throws InputException naming what does not exist, cannot be read, or is missing
   */
  static void check(DropoutNet.Params params, SideInformation information) {
    List<String> users = modalities(params, Side.USERS, information).names();
    List<String> items = modalities(params, Side.ITEMS, information).names();
    boolean content =
        Stream.of(users, items)
            .flatMap(List::stream)
            .anyMatch(name -> !name.equals(VisibleModalities.INTERACTIONS));
    if (!content && params.itemModalities().isEmpty()) {
      throw new InputException(
          "DropoutNet needs side information, to stand in for the interactions that it learns to go"
              + " without, but the data have none of items, and user_modalities is %s; %s, or set"
              + " item_modalities: [interactions] to do without any",
          users,
          information.users().isEmpty()
              ? "declare some under side_information"
              : "name some of %s there".formatted(information.users().keySet()));
    }
  }

  /**
   * What the parameters ask for, checked.
   *
   * @throws InputException naming what does not exist, or cannot be read
   */
  static ModalitySide modalities(DropoutNet.Params params, Side side, SideInformation information) {
    List<String> asked = side == Side.USERS ? params.userModalities() : params.itemModalities();
    ModalitySide found = ModalitySide.of(side, asked, information);
    if (found.names().contains(VisibleModalities.ID)) {
      throw new InputException(
          "DropoutNet takes no id of %s, which a cold entity lacks; it takes interactions and side"
              + " information",
          side.label());
    }
    return found;
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
    return encoder(
        side,
        () -> List.of(profile(side)),
        Activation.RELU,
        Activation.RELU,
        PreferenceDraw.perList(params.dropout()));
  }

  private ModalityInput profile(Side side) {
    SparseDense layer =
        new SparseDense(
            parameters,
            "projections/" + side.label() + "/" + VisibleModalities.INTERACTIONS,
            side.profiles(data).columns(),
            params.preferenceSize(),
            Initializer.TORCH_LINEAR,
            Initializer.TORCH_LINEAR);
    return InteractionInput.of(side.profiles(data), layer, Activation.RELU);
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
        () ->
            List.of(
                RawInput.ofFactors(trained, length),
                new MeanInput(ItemSet.occurringIn(profiles), others, length)),
        Activation.TANH,
        Activation.LINEAR,
        PreferenceDraw.perPair(params.dropout(), params.transform()));
  }

  /**
   * @param preferences makes the forms of the preference, if interactions are asked for
   */
  private Encoder encoder(
      Side side,
      Supplier<List<ModalityInput>> preferences,
      Activation hidden,
      Activation output,
      PreferenceDraw draw) {
    ModalitySide modalities = modalities(params, side, data.side());
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
    List<ModalityInput> forms = prefers ? preferences.get() : List.of();
    Mlp layers = layers(side, width, hidden, output);
    return new DropoutEncoder(side, side.profiles(data), forms, contents, layers, draw);
  }

  private ModalityInput content(ModalitySide side, String name, Modality modality) {
    return !params.isProgram() && modality instanceof Modality.Dense vectors
        ? new RawInput(name, vectors)
        : side.input(name, parameters, data, width(modality), Activation.RELU);
  }

  private int width(Modality modality) {
    if (modality instanceof Modality.Dense vectors) {
      return params.isProgram() ? params.vectorSize() : vectors.length();
    }
    return modality instanceof Modality.Categorical ? params.categorySize() : params.labelsSize();
  }

  private Mlp layers(Side side, int inputs, Activation hidden, Activation output) {
    List<Integer> sizes = new ArrayList<>(params.hiddenLayers());
    sizes.add(params.embeddingSize());
    Mlp.Shape shape =
        Mlp.Shape.plain(sizes, hidden, output, Initializer.TORCH_LINEAR, Initializer.TORCH_LINEAR);
    return new Mlp(parameters, "branch/" + side.label(), inputs, shape);
  }
}
