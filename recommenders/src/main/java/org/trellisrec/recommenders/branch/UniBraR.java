package org.trellisrec.recommenders.branch;

import jakarta.inject.Inject;
import org.trellisrec.recommenders.branch.ModalityBuilder.Sharing;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.Summary;

/**
 * One branch for users and items and all their modalities.
 *
 * <p>{@code e = mean over m of g(f_m(x_m))} as in {@link SiBraR}, where the branch g embeds the
 * modalities of users and those of items alike, as {@link CoBraR} does with interactions alone.
 *
 * <p>Batch norms have common parameters, and running means of users and of items, which differ too
 * much to be normalised alike at inference.
 *
 * <p>Source: none; the paper of CoBraR (RecSys 2025, doi:10.1145/3705328.3759302) names the
 * combination as future work.
 *
 * <p>Cold and incomplete entities are embedded from the modalities that they have; an entity
 * without any is not scored.
 */
@Summary(
    value = "Embeds users and items and all their modalities by one branch.",
    source = "CoBraR (RecSys 2025) and SiBraR (RecSys 2024) combined")
public final class UniBraR extends ModalityRecommender {
  /**
   * What can be configured.
   *
   * @param model the architecture and how it is trained
   */
  public record Params(@Inline ModalityParams model) {}

  /** A recipe with these parameters. */
  @Inject
  public UniBraR(Params params) {
    super(params.model(), Sharing.EVERYTHING);
  }
}
