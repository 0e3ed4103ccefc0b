package org.trellisrec.recommenders.branch;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.data.EnumWord;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.tensorflow.batch.PositiveOrder;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.Mlp;
import org.trellisrec.tensorflow.training.TrainingParams;

/**
 * What can be configured of a model that encodes users and items from their modalities.
 *
 * @param userModalities of users
 * @param itemModalities of items; empty for all there are
 * @param embeddingSize length of the embeddings
 * @param projectionSize width of the projected modalities
 * @param hiddenLayers widths of the layers of a branch before the embedding
 * @param activation after projections and hidden layers
 * @param outputActivation after a branch
 * @param layerActivation after the layer of a side with one modality
 * @param normalizeInput whether projected modalities are scaled to length 1
 * @param inputDropout before a branch
 * @param dropout in a branch
 * @param batchNorm n if every n-th layer of a branch has a batch norm, 0 if none has
 * @param outputNorm whether there is a batch norm after a branch
 * @param variant how a model learns from several modalities
 * @param central modality that is always drawn
 * @param modalityDropout share of slots in which a modality is left out in training
 * @param contrastWeight weight of the contrastive loss
 * @param contrastTemperature its temperature
 * @param contrastScope its negatives
 * @param contrastCosine whether it compares cosines
 * @param fusion how embeddings of modalities become one
 * @param loss what is minimised
 * @param temperature what scores are divided by
 * @param negatives per positive; null for the loss infonce, which does without
 * @param sampler in which order positives are visited
 * @param training how it is trained
 */
public record ModalityParams(
    @Param(
            description =
                "Modalities of users: interactions, id (a trained vector per user) and names of"
                    + " side information. A side with one modality is a single layer, or a table.",
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
            byDefault = "128",
            min = 1,
            aliases = {"factors", "embedding_dim", "latent_dim", "embed_k", "shared_common_dim"})
        int embeddingSize,
    @Param(
            description = "Width that every modality is projected to.",
            byDefault = "256",
            min = 1,
            aliases = "common_modality_dim")
        int projectionSize,
    @Param(
            description = "Widths of the layers of a branch before the embedding.",
            byDefault = "[256, 256]",
            min = 1)
        List<Integer> hiddenLayers,
    @Param(description = "Activation after projections and hidden layers.", byDefault = "relu")
        Activation activation,
    @Param(description = "Activation after a branch.", byDefault = "linear")
        Activation outputActivation,
    @Param(
            description = "Activation after the layer of a side with one modality.",
            byDefault = "relu")
        Activation layerActivation,
    @Param(
            description = "True if projected modalities are scaled to length 1 before the branch.",
            byDefault = "true",
            aliases = "normalize_single_branch_input")
        boolean normalizeInput,
    @Param(
            description = "Share of values set to 0 before the branch in training.",
            byDefault = "0",
            min = 0,
            max = 1,
            belowMax = true)
        double inputDropout,
    @Param(
            description = "Share of values set to 0 after each hidden layer in training.",
            byDefault = "0",
            min = 0,
            max = 1,
            belowMax = true,
            aliases = {"dropout_prob", "dropout_rate"})
        double dropout,
    @Param(
            description =
                "Every n-th layer of the branch, n being this number, has a batch normalisation"
                    + " before its activation; 0: none.",
            byDefault = "0",
            min = 0,
            aliases = "apply_batch_norm_every")
        int batchNorm,
    @Param(
            description =
                "True for a batch normalisation after the branch; by default true if batch_norm is"
                    + " 0, else false.",
            byDefault = Param.OPTIONAL,
            aliases = "apply_batch_normalization")
        Boolean outputNorm,
    @Param(
            description =
                "plain learns from all modalities of an entity at once, s from one that is drawn"
                    + " for each slot of a batch, sc from two and a contrastive loss between them.",
            byDefault = "sc")
        Variant variant,
    @Param(
            description =
                "The first of the two modalities that sc draws wherever an entity has it, for instance"
                    + " interactions; the other one is drawn.",
            byDefault = Param.OPTIONAL)
        String central,
    @Param(
            description =
                "Share of slots in which a modality is left out in training, each as name=rate for"
                    + " both sides, or users.name=rate or items.name=rate for one; where all would"
                    + " be, none is.",
            byDefault = "[]")
        List<ModalityRate> modalityDropout,
    @Param(
            description = "Weight of the contrastive loss of sc (alpha); by default 0.01.",
            byDefault = Param.OPTIONAL,
            min = 0)
        Double contrastWeight,
    @Param(
            description = "Temperature of the contrastive loss of sc (tau); by default 0.1.",
            byDefault = Param.OPTIONAL,
            min = 0,
            aboveMin = true)
        Double contrastTemperature,
    @Param(
            description =
                "Negatives of the contrastive loss of sc for items: list (the other items of the same"
                    + " user's list) or batch; by default list. For users it is always the batch.",
            byDefault = Param.OPTIONAL)
        Contrast.Scope contrastScope,
    @Param(
            description =
                "True if the contrastive loss of sc compares cosines, false for dot products, as"
                    + " published; by default false.",
            byDefault = Param.OPTIONAL)
        Boolean contrastCosine,
    @Param(
            description = "How the embeddings of several modalities become one.",
            byDefault = "mean",
            aliases = "aggregation_fn")
        FusionKind fusion,
    @Param(description = "What is minimised; see CoBraR.", byDefault = "bpr") BranchLoss loss,
    @Param(
            description = "What scores are divided by in bpr, softmax and infonce; by default 1.",
            byDefault = Param.OPTIONAL,
            min = 0,
            aboveMin = true,
            aliases = "tau")
        Double temperature,
    @Param(
            description =
                "Negatives per training interaction, which all losses but infonce have; by default"
                    + " 10.",
            byDefault = Param.OPTIONAL,
            min = 1,
            aliases = {"neg_ratio", "n_negatives", "num_neg"})
        Integer negatives,
    @Param(
            description =
                "per_positive visits every training interaction once an epoch, except, where"
                    + " negatives are sampled, those of users who have every item; uniform_user"
                    + " draws users uniformly, then one of their interactions, as Elliot does.",
            byDefault = "per_positive")
        PositiveOrder sampler,
    @Inline(
            defaults = {
              "epochs: 50",
              "optimizer: adamw",
              "learning_rate: 0.001",
              "weight_decay: 1e-6"
            })
        TrainingParams training) {

  private static final String CONTRASTING = "variant sc";
  private static final Double USUAL_WEIGHT = 0.01;
  private static final Double USUAL_TEMPERATURE = 0.1;
  private static final Integer USUAL_NEGATIVES = 10;

  /** How a model learns from several modalities. */
  public enum Variant {
    /** All modalities of an entity. */
    PLAIN,
    /** One modality per slot. */
    S,
    /** Two modalities per slot, and a contrastive loss between them. */
    SC;

    /** Number of modalities that are drawn per slot, 0 for all. */
    int drawn() {
      return switch (this) {
        case PLAIN -> 0;
        case S -> 1;
        case SC -> 2;
      };
    }
  }

  /**
   * Keeps its own copies, and fills in what depends on other parameters: the branch ends in a batch
   * norm unless there are some within, and what only the contrastive loss has is null without it.
   *
   * @throws InputException if batch norms are further apart than there are layers, a modality has
   *     two rates, a parameter is given that nothing would use, or updates are to be lazy without
   *     the modality id
   */
  public ModalityParams {
    Checks.requireNormedLayer(batchNorm, hiddenLayers.size() + 1);
    outputNorm = outputNorm != null ? outputNorm : Boolean.valueOf(batchNorm == 0);
    userModalities = List.copyOf(userModalities);
    itemModalities = List.copyOf(itemModalities);
    hiddenLayers = List.copyOf(hiddenLayers);
    modalityDropout = List.copyOf(modalityDropout);
    requireOneRateEach(modalityDropout);
    if (central != null) {
      requireDrawn(central, variant, modalityDropout);
    }
    boolean contrasts = variant == Variant.SC;
    Checks.requireUsed("contrast_weight", contrastWeight, contrasts, CONTRASTING);
    Checks.requireUsed("contrast_temperature", contrastTemperature, contrasts, CONTRASTING);
    Checks.requireUsed("contrast_scope", contrastScope, contrasts, CONTRASTING);
    Checks.requireUsed("contrast_cosine", contrastCosine, contrasts, CONTRASTING);
    if (contrasts) {
      contrastWeight = contrastWeight != null ? contrastWeight : USUAL_WEIGHT;
      contrastTemperature = contrastTemperature != null ? contrastTemperature : USUAL_TEMPERATURE;
      contrastScope = contrastScope != null ? contrastScope : Contrast.Scope.LIST;
      contrastCosine = contrastCosine != null && contrastCosine;
    }
    Checks.requireUsed("negatives", negatives, loss.samples(), "loss bce, bpr and softmax");
    negatives = negatives != null || !loss.samples() ? negatives : USUAL_NEGATIVES;
    boolean tempered = loss != BranchLoss.BCE;
    Checks.requireUsed("temperature", temperature, tempered, "loss bpr, softmax and infonce");
    temperature = temperature != null || !tempered ? temperature : Double.valueOf(1);
    if (!userModalities.contains(VisibleModalities.ID)
        && !itemModalities.contains(VisibleModalities.ID)) {
      training
          .optimizer()
          .requireDense(
              "looks up rows of a table for the modality id alone, which it is not given");
    }
    if (variant == Variant.S && fusion.isLearned()) {
      throw new InputException(
          "variant s learns from one modality at a time, so that fusion %s would have nothing to"
              + " weigh and stay random; use variant plain or sc, or fusion mean",
          EnumWord.of(fusion));
    }
  }

  private static void requireDrawn(
      String central, Variant variant, List<ModalityRate> modalityDropout) {
    if (variant != Variant.SC) {
      throw new InputException(
          "central names the modality '%s', but variant %s; remove it, or use variant sc",
          central,
          variant == Variant.S
              ? "s draws one modality, so that no other would be learned from"
              : "plain learns from all modalities and draws none");
    }
    if (modalityDropout.stream().anyMatch(rate -> rate.modality().equals(central))) {
      throw leftOutCentral(central);
    }
  }

  static InputException leftOutCentral(String central) {
    return new InputException(
        "central draws the modality '%s' in any case, but modality_dropout leaves it out in some;"
            + " remove one of the two",
        central);
  }

  private static void requireOneRateEach(List<ModalityRate> rates) {
    for (int later = 1; later < rates.size(); later++) {
      for (ModalityRate earlier : rates.subList(0, later)) {
        if (rates.get(later).overlaps(earlier)) {
          throw twoRates(earlier, rates.get(later));
        }
      }
    }
  }

  static InputException twoRates(ModalityRate earlier, ModalityRate later) {
    return new InputException(
        "modality_dropout has two rates for one modality, '%s' and '%s'; give each one",
        earlier, later);
  }

  /** The layers of a branch. */
  Mlp.Shape branch() {
    List<Integer> sizes = new ArrayList<>(hiddenLayers);
    sizes.add(embeddingSize);
    return new Mlp.Shape(
        sizes,
        Mlp.Shape.activations(sizes.size(), activation, outputActivation),
        dropout,
        0,
        batchNorm,
        Initializer.TORCH_LINEAR,
        Initializer.TORCH_LINEAR);
  }

  /** What the loss depends on. */
  LossSettings lossSettings() {
    return new LossSettings(
        SimilarityKind.DOT,
        temperature == null ? 1 : temperature,
        0,
        CrossEntropy.Reduction.MEAN,
        1);
  }
}
