package org.trellisrec.recommenders;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
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

  /**
   * These ratings with side information of users ({@code group}, {@code age}) and items ({@code
   * genres}, {@code text}); the second item lacks its genres, the third its text, the fourth user
   * its group.
   */
  public static TrainingData described(double[][] table) {
    TrainingData plain = training(table);
    int users = table.length;
    int items = table[0].length;
    int[] groups = IntStream.range(0, users).map(u -> u == 3 ? -1 : u % 3).toArray();
    int[][] genres = new int[items][];
    for (int i = 0; i < items; i++) {
      genres[i] = i == 1 ? new int[0] : i % 2 == 0 ? new int[] {i % 3, 3} : new int[] {i % 4};
    }
    float[][] texts = vectors(11, items, 3);
    texts[2] = null;
    Map<String, Modality> ofUsers = new LinkedHashMap<>();
    ofUsers.put("group", new Modality.Categorical(List.of("a", "b", "c"), groups));
    ofUsers.put("age", new Modality.Dense(2, vectors(12, users, 2)));
    Map<String, Modality> ofItems = new LinkedHashMap<>();
    ofItems.put("genres", new Modality.MultiHot(List.of("k", "l", "m", "n"), genres));
    ofItems.put("text", new Modality.Dense(3, texts));
    Interactions train = plain.interactions();
    Dataset dataset = new Dataset("tiny", plain.users(), plain.items(), train);
    return new TrainingData(dataset.withSide(new SideInformation(ofUsers, ofItems)), train);
  }

  private static float[][] vectors(long seed, int entities, int length) {
    UniformRandomProvider rng = new Seed(seed).rng();
    float[][] vectors = new float[entities][length];
    for (float[] vector : vectors) {
      for (int k = 0; k < length; k++) {
        vector[k] = (float) (2 * rng.nextDouble() - 1);
      }
    }
    return vectors;
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
