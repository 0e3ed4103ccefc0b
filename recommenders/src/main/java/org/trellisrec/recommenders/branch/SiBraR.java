package org.trellisrec.recommenders.branch;

import jakarta.inject.Inject;
import org.trellisrec.recommenders.branch.ModalityBuilder.Sharing;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.Summary;

/**
 * One branch for all modalities of an entity (single-branch recommender).
 *
 * <p>{@code e = mean over m of g(f_m(x_m))}: each modality m of an entity, its interactions among
 * them, is projected to a common width by f_m and embedded by a branch g that all modalities share.
 * The score is {@code e_u . e_i}; the loss is BPR, and in variant sc a symmetric InfoNCE between
 * the embeddings of two modalities. A slot with fewer than two, be it that its entity lacks them or
 * that dropout left them out, takes no part in it: it is compared with nothing, is no negative of
 * others, and the mean is over the other slots. A side with one modality alone is a single layer.
 *
 * <p>Source: Ganhör, Moscati, Hausberger, Nawaz and Schedl, "A multimodal single-branch embedding
 * network for recommendation in cold-start and missing modality scenarios", RecSys 2024,
 * doi:10.1145/3640457.3688138, and its extended version, arXiv:2509.18807.
 *
 * <p>Beyond the papers: other fusions, modality dropout, contrast within the batch or of cosines.
 *
 * <p>Cold and incomplete entities are embedded from the modalities that they have; an entity
 * without any is not scored. Interactions count as a modality only where there are some.
 */
@Summary(
    value = "Embeds all modalities of an entity by one shared branch (SiBraR).",
    source =
        "Ganhör et al.: A Multimodal Single-Branch Embedding Network for Recommendation in"
            + " Cold-Start and Missing Modality Scenarios, RecSys 2024,"
            + " doi:10.1145/3640457.3688138")
public final class SiBraR extends ModalityRecommender {
  /**
   * What can be configured.
   *
   * @param model the architecture and how it is trained
   */
  public record Params(@Inline ModalityParams model) {}

  /** A recipe with these parameters. */
  @Inject
  public SiBraR(Params params) {
    super(params.model(), Sharing.SIDE);
  }
}
