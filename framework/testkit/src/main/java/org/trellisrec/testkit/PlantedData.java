package org.trellisrec.testkit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.generate.Generated;
import org.trellisrec.generate.Generator;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.UserBlock;

/**
 * Generated data with planted factors, split once: a fifth of each user's interactions is the
 * truth. The last user and the last item are cold: nothing of them is in the training data.
 *
 * @param training what a recommender may learn from, side information included
 * @param truth held-out interactions of the other users
 */
public record PlantedData(TrainingData training, Interactions truth) {
  private static final int CUTOFF = 10;
  private static final int ONE_IN = 5;

  /** Data of this size, determined by the seed. */
  public static PlantedData of(int users, int items, int interactions, long seed) {
    Dataset dataset =
        Generator.generate(Generated.Params.of(users, items, interactions), new Seed(seed));
    Interactions all = dataset.interactions();
    int[] rowOf = all.rowOfPositions();
    int[] part = new Seed(seed).rng().ints(all.size(), 0, ONE_IN).toArray();
    IntPredicate warm = p -> rowOf[p] != users - 1 && all.column(p) != items - 1;
    Interactions train = all.filter(p -> warm.test(p) && part[p] != 0);
    Interactions truth = all.filter(p -> warm.test(p) && part[p] == 0);
    return new PlantedData(new TrainingData(dataset, train), truth);
  }

  /** The same training data, but that users and items have the side information of their next. */
  public TrainingData otherwiseDescribed() {
    SideInformation side = training.side();
    Interactions train = training.interactions();
    Dataset data = new Dataset("planted", training.users(), training.items(), train);
    SideInformation moved = new SideInformation(moved(side.users()), moved(side.items()));
    return new TrainingData(data.withSide(moved), train);
  }

  private static Map<String, Modality> moved(Map<String, Modality> modalities) {
    Map<String, Modality> moved = new LinkedHashMap<>();
    modalities.forEach(
        (name, modality) -> {
          int size = modality.size();
          int[] next = IntStream.range(0, size).map(entity -> (entity + 1) % size).toArray();
          moved.put(name, modality.select(next));
        });
    return moved;
  }

  /** The user without training interactions. */
  public int coldUser() {
    return training.users().size() - 1;
  }

  /** The item without training interactions. */
  public int coldItem() {
    return training.items().size() - 1;
  }

  /** Every user, with the training interactions as visible history. */
  public UserBlock everyone() {
    int[] users = IntStream.range(0, training.users().size()).toArray();
    return new UserBlock(users, training.interactions());
  }

  /** Every modality of every user and item hidden, the interactions included. */
  public VisibleModalities nothingVisible() {
    return new VisibleModalities(
            hidden(training.side().users().keySet(), training.users().size()),
            hidden(training.side().items().keySet(), training.items().size()))
        .withoutIds();
  }

  /** All side information hidden of the first user and of the first item. */
  public VisibleModalities firstDescribedByNothing() {
    return new VisibleModalities(
        VisibleModalities.hiding(training.side().users().keySet(), 1),
        VisibleModalities.hiding(training.side().items().keySet(), 1));
  }

  private static Map<String, BitSet> hidden(Set<String> modalities, int size) {
    return VisibleModalities.hiding(withInteractions(modalities), size);
  }

  private static Set<String> withInteractions(Set<String> modalities) {
    Set<String> all = new LinkedHashSet<>(modalities);
    all.add(VisibleModalities.INTERACTIONS);
    return all;
  }

  /** The modalities of a side, the interactions among them. */
  public Set<String> modalities(EntitySide side) {
    return withInteractions(side.modalities(training.side()).keySet());
  }

  /** One modality hidden of all entities of a side. */
  public VisibleModalities without(EntitySide side, String modality) {
    Set<String> left = modalities(side);
    int size = side == EntitySide.USERS ? training.users().size() : training.items().size();
    Set<String> kept = new LinkedHashSet<>(left);
    kept.remove(modality);
    return VisibleModalities.only(side, size, left, kept).withoutIds();
  }

  /** The scores of a block, NaN where the model has none. */
  public static float[][] scores(Model model, UserBlock block) {
    float[][] scores = new float[block.size()][block.history().columns()];
    for (float[] row : scores) {
      Arrays.fill(row, Float.NaN);
    }
    model.score(block, scores);
    return scores;
  }

  /** Mean number of hits among the best ten trained items that a user does not have. */
  public double hits(Model model) {
    float[][] scores = scores(model, everyone());
    double hits = 0;
    for (int user = 0; user < scores.length; user++) {
      float[] row = scores[user];
      hits +=
          candidates(user)
              .filter(item -> !Float.isNaN(row[item]))
              .boxed()
              .sorted((a, b) -> Float.compare(row[b], row[a]))
              .limit(CUTOFF)
              .filter(truthOf(user)::contains)
              .count();
    }
    return hits / scores.length;
  }

  /** What {@link #hits} expects of a random ranking. */
  public double hitsOfChance() {
    double hits = 0;
    for (int user = 0; user < truth.rows(); user++) {
      double relevant = candidates(user).filter(truthOf(user)::contains).count();
      hits += CUTOFF * relevant / candidates(user).count();
    }
    return hits / truth.rows();
  }

  /** {@link #hits} of ranking by the number of training interactions. */
  public double hitsOfPopularity() {
    int[] counts = training.interactions().columnCounts();
    return hits(
        (users, scores) -> {
          for (float[] row : scores) {
            for (int item = 0; item < counts.length; item++) {
              row[item] = counts[item];
            }
          }
        });
  }

  private IntStream candidates(int user) {
    ItemSet trained = ItemSet.occurringIn(training.interactions());
    return trained.stream().filter(item -> !training.interactions().contains(user, item));
  }

  private ItemSet truthOf(int user) {
    return ItemSet.where(truth.columns(), item -> truth.contains(user, item));
  }
}
