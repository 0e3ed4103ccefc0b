package org.trellisrec.recommenders.linear;

import jakarta.inject.Inject;
import org.trellisrec.data.EnumWord;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.math.DenseMatrix;
import org.trellisrec.recommenders.math.Scorable;
import org.trellisrec.recommenders.math.SparseRows;
import org.trellisrec.recommenders.math.SymmetricInverse;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Summary;

/**
 * The linear autoencoder that predicts each item from all others, solved in closed form.
 *
 * <p>{@code S = X B}, with B minimising {@code ||X - X B||^2 + l2 ||B||^2} under {@code diag(B) =
 * 0}: with {@code P = (X'X + l2 I)^-1}, {@code B(i, j) = -P(i, j) / P(j, j)} for i other than j.
 *
 * <p>Source: Steck, "Embarrassingly shallow autoencoders for sparse data", WWW 2019,
 * doi:10.1145/3308558.3313710, equation 8.
 *
 * <p>Cold entities: a user is served from the visible history, whether or not it was trained on; a
 * user without any, or with items only that nobody has in training, is not scored. Nor is an item
 * without training interactions: its weights are all 0.
 *
 * <p>The matrix is inverted in single precision, which halves time and memory and costs a relative
 * error of about 1e-7 times the condition number: with l2 500 on MovieLens-1M, no figure changes
 * before the fifth digit.
 *
 * <p>Cost: for n trained items {@code n^3} floating-point operations; 4 n^2 bytes outside the heap
 * while fitting, 4 n^2 on the heap afterwards. Scoring a user takes n steps for every item of the
 * history.
 */
@Summary(
    value = "Predicts each item from all others by ridge regression without self-weights.",
    source =
        "Steck: Embarrassingly shallow autoencoders for sparse data, WWW 2019,"
            + " doi:10.1145/3308558.3313710")
public final class Ease implements Recommender {
  /**
   * What can be configured.
   *
   * @param l2 weight of the regularisation
   * @param diagonal what stands on the diagonal before it is added
   * @param binarize true to take every rating as 1
   * @param neighborhood -1, which means all items; Elliot's files have the key
   */
  public record Params(
      @Param(
              description = "Weight of the L2 regularisation.",
              byDefault = "1000",
              min = 0,
              aboveMin = true,
              aliases = {"l2_norm", "l_w", "reg_weight", "lambda"})
          double l2,
      @Param(
              description = "Diagonal of the Gram matrix: as it is, or Elliot's item count.",
              byDefault = "gram")
          Diagonal diagonal,
      @Param(
              description = "True to take every rating as 1.",
              byDefault = "false",
              aliases = {"implicit"})
          boolean binarize,
      @Param(
              description =
                  "Read for the sake of Elliot's files, where it has no effect: -1, all items.",
              byDefault = "-1",
              min = -1,
              max = -1)
          int neighborhood) {
    /** These values, and all items. */
    public Params(double l2, Diagonal diagonal, boolean binarize) {
      this(l2, diagonal, binarize, -1);
    }
  }

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public Ease(Params params) {
    this.params = params;
  }

  @Override
  public Model fit(TrainingData data, FitContext context) {
    int[] trained = ItemSet.occurringIn(data.interactions()).toArray();
    SparseRows ratings =
        SparseRows.of(data.interactions(), params.binarize()).selectColumns(trained);
    TiledWeights weights;
    try (Progress progress = context.progress("inverting", 1);
        DenseMatrix matrix = new DenseMatrix(trained.length, trained.length)) {
      TiledWeights.requireMemory(trained.length);
      Gram.lowerTriangle(ratings, params, context.threads(), matrix);
      invert(matrix, context.threads());
      requirePrecision(matrix);
      weights = TiledWeights.fromNegatedInverse(matrix, context.threads());
      progress.advance(1);
    }
    return new EaseModel(
        weights,
        trained,
        data.items().size(),
        new Scorable(data.interactions()),
        params.binarize());
  }

  /** The inverse of a positive definite matrix is one too, unless digits ran out. */
  private void requirePrecision(DenseMatrix negatedInverse) {
    float[] cell = new float[1];
    for (int item = 0; item < negatedInverse.rows() && params.diagonal() == Diagonal.GRAM; item++) {
      negatedInverse.getRow(item, item, cell, 1);
      if (!(cell[0] < 0)) {
        throw new InputException(
            "the item-item matrix of EASE_R is too close to singular for single precision with"
                + " l2 %s; raise l2",
            params.l2());
      }
    }
  }

  private void invert(DenseMatrix matrix, int threads) {
    try {
      SymmetricInverse.negateAndInvert(matrix, threads);
    } catch (ArithmeticException e) {
      throw new InputException(
          "the item-item matrix of EASE_R cannot be inverted (%s) with l2 %s and diagonal"
              + " '%s'; raise l2%s",
          e.getMessage(),
          params.l2(),
          EnumWord.of(params.diagonal()),
          params.diagonal() == Diagonal.COUNT ? ", or set diagonal: gram or binarize: true" : "");
    }
  }
}
