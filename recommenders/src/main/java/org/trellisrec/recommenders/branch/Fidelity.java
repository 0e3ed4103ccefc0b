package org.trellisrec.recommenders.branch;

/**
 * Which description of a model to follow where its paper and a program that its results come from
 * differ. The model says in what they differ; those of interactions alone (CoBraR and DeepMF) in
 * this:
 */
public enum Fidelity {
  /**
   * The published text: binary profiles, linear projections, ReLU between the layers of a branch
   * but not on its output, every training interaction once an epoch with its negatives, the loss
   * summed over the batch, the floor in training only, at a mu that the text leaves open.
   *
   * <p>A projection is one linear layer, as in figure 1 of the CoBraR paper. With one hidden layer,
   * a linear projection and the linear output of the branch follow each other, and there is no ReLU
   * at all. The text can be read otherwise: with a ReLU after the projections, or on the output.
   *
   * <p>The text has no batch norm. Where one is asked for in a branch of users and items, each side
   * has running means of its own at inference, as it is normalised apart in training.
   */
  PAPER,

  /**
   * The program: profiles and labels of ratings, ReLU after the projections and on the output,
   * users drawn uniformly, the loss averaged over the batch, the floor in training and prediction
   * (mu is 1e-4 unless it is given), one pair of running means for users and items in the batch
   * norms of a common branch.
   *
   * <p>The layers of the program's branch are in the order linear, dropout, batch norm, ReLU; ours
   * in the order linear, batch norm, ReLU, dropout. Without batch norm that is the same, because
   * dropout and ReLU can change places; with both it is not.
   */
  REFERENCE_CODE
}
