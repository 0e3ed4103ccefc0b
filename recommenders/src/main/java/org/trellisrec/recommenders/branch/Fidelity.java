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
   * summed over the batch, the floor in training only.
   */
  PAPER,

  /**
   * The program: profiles and labels of ratings, ReLU after the projections and on the output,
   * users drawn uniformly, the loss averaged over the batch, the floor in training and prediction.
   */
  REFERENCE_CODE
}
