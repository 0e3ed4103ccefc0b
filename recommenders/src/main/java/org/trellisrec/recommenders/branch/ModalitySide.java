package org.trellisrec.recommenders.branch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.recommenders.branch.ModalityParams.Variant;
import org.trellisrec.recommenders.modalities.ContentNames;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.Dense;
import org.trellisrec.tensorflow.layers.Embedding;
import org.trellisrec.tensorflow.layers.SparseDense;

/**
 * The modalities that a configuration asks for on one side.
 *
 * @param side users or items
 * @param names of the modalities, in order
 */
record ModalitySide(Side side, List<String> names) {
  /**
   * What the parameters ask for, checked.
   *
   * @throws InputException naming a modality that does not exist, or that no model can read
   */
  static ModalitySide of(Side side, List<String> asked, SideInformation information) {
    Map<String, Modality> known = side.modalities(information);
    List<String> names = new ArrayList<>(asked);
    if (names.isEmpty()) {
      names.add(VisibleModalities.INTERACTIONS);
      names.addAll(known.keySet());
    }
    for (String name : names) {
      check(side, name, known);
    }
    ContentNames.requireDistinct(side.entities(), names);
    return new ModalitySide(side, List.copyOf(names));
  }

  /**
   * Side information alone, checked.
   *
   * @param asked its names; empty for all there is
   * @throws InputException if there is none, or naming what is none
   */
  static ModalitySide ofContent(Side side, List<String> asked, SideInformation information) {
    return of(side, ContentNames.of(side.entities(), asked, information), information);
  }

  private static void check(Side side, String name, Map<String, Modality> known) {
    if (name.equals(VisibleModalities.INTERACTIONS) || name.equals(VisibleModalities.ID)) {
      return;
    }
    if (!known.containsKey(name)) {
      throw new InputException(
          "the data have no modality '%s' of %s; there are %s, interactions and id",
          name, side.label(), known.isEmpty() ? "none" : String.join(", ", known.keySet()));
    }
    ContentNames.requireReadable(side.entities(), name, known);
  }

  /** True if it has several modalities, so that there is something to share or to contrast. */
  boolean isMultimodal() {
    return names.size() > 1;
  }

  /** True if one of the modalities has this rate. */
  boolean has(ModalityRate rate) {
    return indexOf(rate) >= 0;
  }

  /** True if one of the modalities has the name of this rate, as a whole. */
  boolean hasWhole(ModalityRate rate) {
    return names.contains(rate.name());
  }

  /** The modality that has this rate, -1 if none: one of the whole name before one of this side. */
  private int indexOf(ModalityRate rate) {
    if (hasWhole(rate)) {
      return names.indexOf(rate.name());
    }
    return rate.isOf(side) ? names.indexOf(rate.modality()) : -1;
  }

  /**
   * Checks what shows only beside the names that there are.
   *
   * @throws InputException if two rates are those of one modality, or one is that of the central
   *     modality
   */
  void checkDropout(ModalityParams params) {
    Map<Integer, ModalityRate> given = new HashMap<>();
    for (ModalityRate rate : params.modalityDropout()) {
      if (has(rate)) {
        ModalityRate other = given.putIfAbsent(indexOf(rate), rate);
        if (other != null) {
          throw ModalityParams.twoRates(other, rate);
        }
        if (names.get(indexOf(rate)).equals(params.central())) {
          throw ModalityParams.leftOutCentral(params.central());
        }
      }
    }
  }

  /** The modalities with their projections to a width. */
  List<ModalityInput> inputs(
      Parameters parameters, TrainingData data, int width, Activation activation) {
    return names.stream().map(name -> input(name, parameters, data, width, activation)).toList();
  }

  /** One of the modalities with its projection to a width. */
  ModalityInput input(
      String name, Parameters parameters, TrainingData data, int width, Activation activation) {
    Map<String, Modality> known = side.modalities(data.side());
    Projections projections =
        new Projections(parameters, "projections/" + side.label() + "/" + name, width, activation);
    return known.containsKey(name)
        ? projections.of(name, known.get(name))
        : projections.of(name, side.profiles(data));
  }

  /** Which modalities stand for a slot. */
  ModalityDraw draw(ModalityParams params) {
    double[] dropout = new double[names.size()];
    params.modalityDropout().stream()
        .filter(this::has)
        .forEach(rate -> dropout[indexOf(rate)] = rate.rate());
    int central = params.central() == null ? -1 : names.indexOf(params.central());
    return new ModalityDraw(params.variant().drawn(), central, dropout);
  }

  /** The contrastive loss, if there is one. */
  Optional<Contrast> contrast(ModalityParams params) {
    boolean contrasts =
        params.variant() == Variant.SC && isMultimodal() && params.contrastWeight() > 0;
    return contrasts
        ? Optional.of(
            new Contrast(
                params.contrastWeight(),
                params.contrastTemperature(),
                side == Side.USERS ? Contrast.Scope.BATCH : params.contrastScope(),
                params.contrastCosine()))
        : Optional.empty();
  }

  /** Makes the projections of one modality. */
  private record Projections(Parameters parameters, String path, int width, Activation activation) {
    ModalityInput of(String name, Interactions profiles) {
      return name.equals(VisibleModalities.ID)
          ? new IdInput(profiles, table(profiles.rows(), ProgramStart.vectors(width)))
          : InteractionInput.of(profiles, sparse(profiles.columns()), activation);
    }

    ModalityInput of(String name, Modality modality) {
      if (modality instanceof Modality.Categorical labels) {
        return new CategoryInput(
            name, labels, table(labels.labels().size(), ProgramStart.vectors(width)));
      }
      if (modality instanceof Modality.MultiHot labels) {
        return LabelsInput.of(name, labels, table(labels.labels().size(), ProgramStart.BAG));
      }
      if (modality instanceof Modality.Dense vectors) {
        return new VectorInput(name, vectors, layer(vectors.length()), activation);
      }
      throw new IllegalArgumentException("raw text cannot be projected");
    }

    private SparseDense sparse(int inputs) {
      return new SparseDense(
          parameters, path, inputs, width, ProgramStart.WEIGHTS, Initializer.ZEROS);
    }

    private Dense layer(int inputs) {
      return new Dense(parameters, path, inputs, width, ProgramStart.WEIGHTS, Initializer.ZEROS);
    }

    private Embedding table(int rows, Initializer start) {
      return new Embedding(parameters, path, rows, width, start);
    }
  }

  /**
   * Tells of side information of users that is not used, as by default none is.
   *
   * @param named the modalities that users are encoded from
   */
  static void noteUnusedOfUsers(List<String> named, SideInformation side, FitContext context) {
    Set<String> ofUsers = side.users().keySet();
    if (!ofUsers.isEmpty() && named.equals(List.of(VisibleModalities.INTERACTIONS))) {
      context.note(
          "users have %s, but are encoded from their interactions alone, so that those without any"
                  .formatted(String.join(", ", ofUsers))
              + " are not scored; user_modalities can name more");
    }
  }
}
