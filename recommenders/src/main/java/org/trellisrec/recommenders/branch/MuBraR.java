package org.trellisrec.recommenders.branch;

import jakarta.inject.Inject;
import org.trellisrec.recommenders.branch.ModalityBuilder.Sharing;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.Summary;

/**
 * A branch for every modality of an entity (multi-branch recommender): the counterpart of {@link
 * SiBraR} that shares nothing.
 *
 * <p>{@code e = mean over m of g_m(f_m(x_m))}, with projections f_m and branches g_m of their own;
 * all else is as in {@link SiBraR}, cold and incomplete entities included.
 *
 * <p>Source: the extended version of SiBraR, arXiv:2509.18807.
 */
@Summary(
    value = "Embeds each modality of an entity by a branch of its own (MuBraR).",
    source = "Extended version of SiBraR, arXiv:2509.18807")
public final class MuBraR extends ModalityRecommender {
  /**
   * What can be configured.
   *
   * @param model the architecture and how it is trained
   */
  public record Params(@Inline ModalityParams model) {}

  /** A recipe with these parameters. */
  @Inject
  public MuBraR(Params params) {
    super(params.model(), Sharing.NOTHING);
  }
}
