package org.trellisrec.recommenders.branch;

import jakarta.inject.Inject;
import java.util.List;
import org.tensorflow.op.Ops;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.batch.ListSource;
import org.trellisrec.tensorflow.batch.PositiveOrder;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.training.Network;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.tensorflow.training.TrainingParams;

/**
 * Collaborative vectors and an encoder of content that are taught by contrast to agree.
 *
 * <p>As published, with vectors z of users and items, the content f_i of item i by a multilayer
 * perceptron, lists of a positive i of user u and its negatives, and the mean over lists:
 *
 * <pre>
 * (1 - lambda) * -ln softmax over j of (z_u . h_j / tau), at i
 * + lambda * -ln softmax over j of (cos(z_i, f_j) / tau), at i
 * </pre>
 *
 * where h_j is f_j with probability rho, else z_j. L2 regularisation is by weight decay. The score
 * is {@code z_u . z_i}, and {@code z_u . f_i} for a cold item.
 *
 * <p>Source: Wei, Wang, Li, Nie, Li, Li and Chua, "Contrastive learning for cold-start
 * recommendation", ACM Multimedia 2021, doi:10.1145/3474085.3475665.
 *
 * <p>As programmed by the authors of SiBraR, who compare with it (IFMF, and UFMF for users): {@code
 * s(u, i) = z_u . (z_i + f_i) / 2 + b_i} with f of one modality by one layer, BPR, and a symmetric
 * InfoNCE of {@code z_i . f_j} within each list. Its weight is 1 whatever their program is given,
 * and for users it is 0 since their lists have one entry.
 *
 * <p>With {@code side: users} users and items change places; as published, the contents of the
 * other users of the batch are then the negatives of the second term.
 *
 * <p>Cold entities of the side are scored by their content; as programmed their untrained vector
 * takes part in the mean, as does the untrained bias. An entity without content goes by its vector
 * alone, and is not scored if that is untrained. Cold entities of the other side are not scored.
 */
@Summary(
    value = "Teaches collaborative vectors and content to agree by contrast (CLCRec).",
    source =
        "Wei et al.: Contrastive Learning for Cold-Start Recommendation, MM 2021,"
            + " doi:10.1145/3474085.3475665")
public final class ClcRec implements NetworkRecommender {
  /**
   * What can be configured.
   *
   * @param side whose content is encoded
   * @param modalities what the content is
   * @param fidelity paper or program
   * @param embeddingSize length of vectors and contents
   * @param hiddenLayers of the encoder of content; the program has none
   * @param lambda weight of the contrast between vectors and contents; null for the program
   * @param temperature tau
   * @param replacement rho; null for the program
   * @param negatives per positive
   * @param training how it is trained
   */
  public record Params(
      @Param(description = "Whose content is encoded: items or users.", byDefault = "items")
          EntitySide side,
      @Param(
              description =
                  "Names of the side information that is the content; an empty list is all there"
                      + " is. The reference code takes one.",
              byDefault = "[]",
              aliases = "feature_name")
          List<String> modalities,
      @Param(
              description =
                  "paper, or reference_code for the IFMF and UFMF that the authors of SiBraR"
                      + " compare with.",
              byDefault = "paper")
          Fidelity fidelity,
      @Param(
              description = "Length of the vectors and encoded contents.",
              byDefault = "64",
              min = 1,
              aliases = {"factors", "embedding_dim", "latent_dim", "embed_k", "dim_E"})
          int embeddingSize,
      @Param(
              description =
                  "Widths of the layers before the encoded content; by default [256] for paper, []"
                      + " for reference_code, which takes no other.",
              byDefault = Param.OPTIONAL,
              min = 1)
          List<Integer> hiddenLayers,
      @Param(
              description =
                  "Share of the contrast between vectors and contents in the loss (lambda); by"
                      + " default 0.5. For fidelity paper alone: the reference code adds it with"
                      + " weight 1.",
              byDefault = Param.OPTIONAL,
              min = 0,
              max = 1,
              aliases = "lr_lambda")
          Double lambda,
      @Param(
              description =
                  "What scores and cosines are divided by (tau); by default 1 for paper, 0.1 for"
                      + " reference_code, which uses it with side items alone.",
              byDefault = Param.OPTIONAL,
              min = 0,
              aboveMin = true,
              aliases = {"tau", "temp_value"})
          Double temperature,
      @Param(
              description =
                  "Share of slots in which the content replaces the vector in training (rho); by"
                      + " default 0.5. For fidelity paper alone.",
              byDefault = Param.OPTIONAL,
              min = 0,
              max = 1,
              aliases = "num_sample")
          Double replacement,
      @Param(
              description =
                  "Negatives per training interaction; by default 128 for paper, 10 for"
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
    private static final List<Integer> LAYERS_OF_PAPER = List.of(256);
    private static final Double USUAL_LAMBDA = 0.5;
    private static final Double USUAL_REPLACEMENT = 0.5;
    private static final Double TEMPERATURE_OF_PAPER = 1.0;
    private static final Double TEMPERATURE_OF_CODE = 0.1;
    private static final Integer NEGATIVES_OF_PAPER = 128;
    private static final Integer NEGATIVES_OF_CODE = 10;

    /**
     * Fills in what the fidelity decides; what nothing would use is null.
     *
     * @throws InputException if parameters do not go together, or nothing would use one that is
     *     given
     */
    public Params {
      boolean code = fidelity == Fidelity.REFERENCE_CODE;
      modalities = List.copyOf(modalities);
      String paper = "fidelity paper";
      boolean contrasts = !code || side == EntitySide.ITEMS;
      Checks.requireUsed("temperature", temperature, contrasts, "fidelity paper or side items");
      Checks.requireUsed("lambda", lambda, !code, paper);
      Checks.requireUsed("replacement", replacement, !code, paper);
      if (hiddenLayers == null) {
        hiddenLayers = code ? List.of() : LAYERS_OF_PAPER;
      }
      hiddenLayers = List.copyOf(hiddenLayers);
      Checks.requireUsed(
          "hidden_layers", hiddenLayers.isEmpty() ? null : hiddenLayers, !code, paper);
      if (!code) {
        lambda = lambda != null ? lambda : USUAL_LAMBDA;
        replacement = replacement != null ? replacement : USUAL_REPLACEMENT;
      }
      if (contrasts) {
        temperature =
            temperature != null ? temperature : code ? TEMPERATURE_OF_CODE : TEMPERATURE_OF_PAPER;
      }
      negatives = negatives != null ? negatives : code ? NEGATIVES_OF_CODE : NEGATIVES_OF_PAPER;
      if (!code && hiddenLayers.isEmpty()) {
        throw new InputException(
            "hidden_layers must name the width of at least one layer, for instance [256]");
      }
    }
  }

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public ClcRec(Params params) {
    this.params = params;
  }

  @Override
  public void check(SideInformation information) {
    content(information);
  }

  private ModalitySide content(SideInformation information) {
    Side side = Side.of(params.side());
    ModalitySide content = ModalitySide.ofContent(side, params.modalities(), information);
    if (isProgram() && content.isMultimodal()) {
      throw new InputException(
          "modalities: the reference code of CLCRec reads one modality of %s, not %s; name one of"
              + " them",
          side.label(), content.names());
    }
    return content;
  }

  private boolean isProgram() {
    return params.fidelity() == Fidelity.REFERENCE_CODE;
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
    ClcRecBuilder builder = new ClcRecBuilder(params, content(data.side()), parameters, data);
    return isProgram() ? builder.programmed() : builder.published();
  }
}
