package org.trellisrec.recommenders.branch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trellisrec.data.EnumWord;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.branch.ModalityParams.Variant;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.BatchNorm;
import org.trellisrec.tensorflow.layers.Dropout;
import org.trellisrec.tensorflow.layers.Mlp;

/** Makes the networks of SiBraR and its relatives, which differ in what shares a branch. */
final class ModalityBuilder {
  /** What shares a branch. */
  enum Sharing {
    /** Every modality has a branch of its own. */
    NOTHING,
    /** The modalities of a side. */
    SIDE,
    /** All modalities of users and items. */
    EVERYTHING
  }

  private final ModalityParams params;
  private final Sharing sharing;
  private final Parameters parameters;
  private final TrainingData data;
  private Branches.Branch common;

  ModalityBuilder(
      ModalityParams params, Sharing sharing, Parameters parameters, TrainingData data) {
    this.params = params;
    this.sharing = sharing;
    this.parameters = parameters;
    this.data = data;
  }

  /**
   * Checks that the data have what the parameters ask for, and every parameter a use.
   *
   * @throws InputException if they have not
   */
  static void check(ModalityParams params, Sharing sharing, SideInformation side) {
    ModalitySide users = ModalitySide.of(Side.USERS, params.userModalities(), side);
    ModalitySide items = ModalitySide.of(Side.ITEMS, params.itemModalities(), side);
    Set<String> all = new LinkedHashSet<>(users.names());
    all.addAll(items.names());
    Set<String> drawn = new LinkedHashSet<>();
    Stream.of(users, items)
        .filter(ModalitySide::isMultimodal)
        .forEach(several -> drawn.addAll(several.names()));
    if (params.variant() != Variant.PLAIN && !users.isMultimodal() && !items.isMultimodal()) {
      throw new InputException(
          "variant %s needs at least two modalities of users or of items, but there are %s of users"
              + " and %s of items; add side_information, or use variant plain",
          EnumWord.of(params.variant()), users.names(), items.names());
    }
    checkBranch(params, sharing, users, items);
    if (params.central() != null && !all.contains(params.central())) {
      throw new InputException("central: there is no modality '%s' in %s", params.central(), all);
    }
    if (params.central() != null && !drawn.contains(params.central())) {
      refuseUndrawn("central", params.central(), drawn);
    }
    if (params.variant() == Variant.SC
        && params.contrastScope() == Contrast.Scope.LIST
        && !params.loss().samples()
        && items.isMultimodal()) {
      throw new InputException(
          "loss %s draws no negatives, so a list is one item and contrast_scope list has nothing to"
              + " tell it from; set contrast_scope: batch, or use variant s",
          EnumWord.of(params.loss()));
    }
    for (ModalityRate rate : params.modalityDropout()) {
      checkDropout(rate, users, items, drawn);
    }
    users.checkDropout(params);
    items.checkDropout(params);
  }

  private static void checkDropout(
      ModalityRate rate, ModalitySide users, ModalitySide items, Set<String> drawn) {
    List<ModalitySide> having =
        Stream.of(users, items).filter(several -> several.has(rate)).toList();
    if (having.isEmpty()) {
      throw new InputException(
          "modality_dropout: there is no modality '%s'; users have %s and items %s",
          rate.name(), users.names(), items.names());
    }
    requireOneMeaning(rate, having);
    if (having.stream().noneMatch(ModalitySide::isMultimodal)) {
      refuseUndrawn("modality_dropout", rate.name(), drawn);
    }
  }

  /** A name with a side means modalities of both only where one of them is called as a whole so. */
  private static void requireOneMeaning(ModalityRate rate, List<ModalitySide> having) {
    Optional<ModalitySide> whole = having.stream().filter(each -> each.hasWhole(rate)).findFirst();
    Optional<ModalitySide> other = having.stream().filter(each -> !each.hasWhole(rate)).findFirst();
    if (whole.isPresent() && other.isPresent()) {
      throw new InputException(
          "modality_dropout: '%s' is a modality of %s and means the modality '%s' of %s as well;"
              + " rename the first where it is read, or name it as %s.%s",
          rate.name(),
          whole.get().side().label(),
          rate.modality(),
          other.get().side().label(),
          whole.get().side().label(),
          rate.name());
    }
  }

  /** What is not as it is by default must have an effect on one of the sides. */
  private static void checkBranch(
      ModalityParams params, Sharing sharing, ModalitySide users, ModalitySide items) {
    boolean fused = users.isMultimodal() || items.isMultimodal();
    boolean branched = fused || sharing == Sharing.EVERYTHING;
    boolean layered =
        sharing != Sharing.EVERYTHING && !(users.isMultimodal() && items.isMultimodal());
    String those = "users have %s and items %s".formatted(users.names(), items.names());
    String several = "a side with several modalities, but " + those;
    requireEffect("fusion", params.fusion() != FusionKind.MEAN, fused, several);
    requireEffect("batch_norm", params.batchNorm() > 0, branched, several);
    requireEffect("dropout", params.dropout() > 0, branched, several);
    requireEffect("input_dropout", params.inputDropout() > 0, branched, several);
    requireEffect(
        "layer_activation",
        params.layerActivation() != Activation.RELU,
        layered,
        sharing == Sharing.EVERYTHING
            ? "models in which a side with one modality is a layer, which none is here"
            : "a side with one modality, but " + those);
  }

  private static void requireEffect(String key, boolean given, boolean used, String by) {
    if (given && !used) {
      throw new InputException("%s is for %s; remove it", key, by);
    }
  }

  private static void refuseUndrawn(String key, String modality, Set<String> drawn) {
    throw new InputException(
        "%s names '%s', which is the only modality of its side, so that nothing is drawn there; %s",
        key, modality, drawn.isEmpty() ? "remove it" : "name one of " + drawn + ", or remove it");
  }

  BranchNetwork build() {
    check(params, sharing, data.side());
    Encoder users = encoder(ModalitySide.of(Side.USERS, params.userModalities(), data.side()));
    Encoder items = encoder(ModalitySide.of(Side.ITEMS, params.itemModalities(), data.side()));
    return new BranchNetwork(
        users,
        items,
        new DotSimilarity(),
        params.loss().objective(params.lossSettings()),
        data.byItem());
  }

  private Encoder encoder(ModalitySide side) {
    return side.isMultimodal() || sharing == Sharing.EVERYTHING ? branched(side) : layer(side);
  }

  private ModalityEncoder layer(ModalitySide side) {
    return new ModalityEncoder(
        side.side(),
        side.side().profiles(data),
        side.inputs(parameters, data, params.embeddingSize(), params.layerActivation()),
        new Branches(List.of(), false, new Dropout(0)),
        params.embeddingSize(),
        FusionKind.MEAN.create(parameters, "", params.embeddingSize()),
        new ModalityDraw(0, -1, new double[1]),
        Optional.empty());
  }

  private ModalityEncoder branched(ModalitySide side) {
    List<ModalityInput> inputs =
        side.inputs(parameters, data, params.projectionSize(), params.activation());
    Branches branches =
        new Branches(branches(side), params.normalizeInput(), new Dropout(params.inputDropout()));
    return new ModalityEncoder(
        side.side(),
        side.side().profiles(data),
        inputs,
        branches,
        params.embeddingSize(),
        params.fusion().create(parameters, "fusion/" + side.side().label(), params.embeddingSize()),
        side.draw(params),
        side.contrast(params));
  }

  private List<Branches.Branch> branches(ModalitySide side) {
    String ofSide = "branch/" + side.side().label();
    return switch (sharing) {
      case NOTHING -> side.names().stream().map(name -> branch(ofSide + "/" + name)).toList();
      case SIDE -> List.of(branch(ofSide));
      case EVERYTHING -> {
        common = common == null ? branch("branch") : common.of(parameters, side.side().label());
        yield List.of(common);
      }
    };
  }

  private Branches.Branch branch(String name) {
    Mlp layers = new Mlp(parameters, name, params.projectionSize(), params.branch());
    return new Branches.Branch(
        layers,
        params.outputNorm()
            ? new BatchNorm(parameters, name + "/norm", params.embeddingSize())
            : null);
  }
}
