package org.trellisrec.recommenders;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.UserBlock;

/** Small dense rating tables, NaN where there is no interaction, and their training data. */
public final class TinyData {
  private TinyData() {}

  /** Random ratings in [1, 5), or all 1; the last user and the last item have none. */
  public static double[][] random(long seed, int users, int items, boolean binary) {
    UniformRandomProvider rng = new Seed(seed).rng();
    double[][] table = new double[users][items];
    for (int u = 0; u < users; u++) {
      for (int i = 0; i < items; i++) {
        boolean present = rng.nextDouble() < 0.4 && u < users - 1 && i < items - 1;
        table[u][i] = present ? (binary ? 1 : (float) (1 + 4 * rng.nextDouble())) : Double.NaN;
      }
    }
    return table;
  }

  /** These ratings as training data. */
  public static TrainingData training(double[][] table) {
    Interactions train = interactions(table);
    Dataset dataset = new Dataset("tiny", ids(train.rows()), ids(train.columns()), train);
    return new TrainingData(dataset, train);
  }

  /** These ratings as a sparse matrix. */
  public static Interactions interactions(double[][] table) {
    int items = table[0].length;
    int[] cells =
        IntStream.range(0, table.length * items)
            .filter(c -> !Double.isNaN(table[c / items][c % items]))
            .toArray();
    float[] ratings = new float[cells.length];
    for (int p = 0; p < cells.length; p++) {
      ratings[p] = (float) table[cells[p] / items][cells[p] % items];
    }
    return Interactions.of(
        table.length,
        items,
        Arrays.stream(cells).map(c -> c / items).toArray(),
        Arrays.stream(cells).map(c -> c % items).toArray(),
        ratings,
        null);
  }

  /** The scores of every user with this visible history. */
  public static float[][] scores(Model model, Interactions history) {
    float[][] scores = new float[history.rows()][history.columns()];
    for (float[] row : scores) {
      Arrays.fill(row, Float.NaN);
    }
    model.score(new UserBlock(IntStream.range(0, history.rows()).toArray(), history), scores);
    return scores;
  }

  /** Rows become columns. */
  public static double[][] transpose(double[][] table) {
    double[][] transposed = new double[table[0].length][table.length];
    for (int u = 0; u < table.length; u++) {
      for (int i = 0; i < table[u].length; i++) {
        transposed[i][u] = table[u][i];
      }
    }
    return transposed;
  }

  private static Vocabulary ids(int size) {
    return Vocabulary.of(IntStream.range(0, size).mapToObj(Integer::toString).toList());
  }
}
