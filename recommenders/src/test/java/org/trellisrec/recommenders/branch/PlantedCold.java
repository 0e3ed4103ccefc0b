package org.trellisrec.recommenders.branch;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.generate.Generated;
import org.trellisrec.generate.Generator;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.UserBlock;
import org.trellisrec.testkit.PlantedData;

/**
 * Generated data in which every fifth user or item is cold: its interactions are the truth.
 *
 * @param data all of it
 * @param training what is learned from
 * @param truth interactions of cold entities
 */
record PlantedCold(Dataset data, TrainingData training, Interactions truth) {
  private static final int ONE_IN = 5;
  private static final int CUTOFF = 10;

  private static Dataset generated() {
    return Generator.generate(Generated.Params.of(300, 200, 9000), new Seed(5));
  }

  static PlantedCold items() {
    return items(generated());
  }

  private static PlantedCold items(Dataset data) {
    Interactions all = data.interactions();
    return new PlantedCold(
        data,
        new TrainingData(data, all.filter(p -> all.column(p) % ONE_IN != 0)),
        all.filter(p -> all.column(p) % ONE_IN == 0));
  }

  static PlantedCold users() {
    return users(generated());
  }

  private static PlantedCold users(Dataset data) {
    Interactions all = data.interactions();
    int[] userOf = all.rowOfPositions();
    return new PlantedCold(
        data,
        new TrainingData(data, all.filter(p -> userOf[p] % ONE_IN != 0)),
        all.filter(p -> userOf[p] % ONE_IN == 0));
  }

  /** {@link #items} with the side information of items dealt out anew. */
  static PlantedCold itemsShuffled() {
    Dataset data = generated();
    SideInformation side = data.side();
    return items(data.withSide(new SideInformation(side.users(), shuffled(side.items()))));
  }

  /** {@link #users} with the side information of users dealt out anew. */
  static PlantedCold usersShuffled() {
    Dataset data = generated();
    SideInformation side = data.side();
    return users(data.withSide(new SideInformation(shuffled(side.users()), side.items())));
  }

  private static Map<String, Modality> shuffled(Map<String, Modality> modalities) {
    Map<String, Modality> shuffled = new LinkedHashMap<>();
    modalities.forEach(
        (name, modality) -> {
          int size = modality.size();
          int[] order = IntStream.range(0, size).map(i -> (i * 7 + 3) % size).toArray();
          shuffled.put(name, modality.select(order));
        });
    return shuffled;
  }

  /** The same with one more modality of items, {@code noise}, that carries nothing. */
  PlantedCold withNoise() {
    var random = new Seed(9).rng();
    float[][] vectors = new float[data.items().size()][8];
    for (float[] vector : vectors) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (random.nextDouble() - 0.5);
      }
    }
    Map<String, Modality> items = new LinkedHashMap<>(data.side().items());
    items.put("noise", new Modality.Dense(8, vectors));
    return items(data.withSide(new SideInformation(data.side().users(), items)));
  }

  /** Only one modality of items can be used. */
  VisibleModalities only(String kept, List<String> of) {
    BitSet everyone = new BitSet();
    everyone.set(0, data.items().size());
    Map<String, BitSet> hidden = new LinkedHashMap<>();
    of.stream().filter(name -> !name.equals(kept)).forEach(name -> hidden.put(name, everyone));
    return new VisibleModalities(Map.of(), hidden);
  }

  /** Share of relevant ones among the best ten of the items that occur in the truth. */
  double precision(Model model) {
    return precision(model, training.interactions());
  }

  /** The same where this is visible of the users, and not to be recommended again. */
  double precision(Model model, Interactions history) {
    int[] served = IntStream.range(0, truth.rows()).filter(user -> truth.count(user) > 0).toArray();
    float[][] scores = PlantedData.scores(model, new UserBlock(served, history));
    int[] counts = truth.columnCounts();
    int[] candidates = IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
    double hits = 0;
    for (int row = 0; row < served.length; row++) {
      float[] of = scores[row];
      int user = served[row];
      hits +=
          Arrays.stream(candidates)
              .filter(item -> !Float.isNaN(of[item]) && !history.contains(user, item))
              .boxed()
              .sorted((a, b) -> Float.compare(of[b], of[a]))
              .limit(CUTOFF)
              .filter(item -> truth.contains(user, item))
              .count();
    }
    return hits / (CUTOFF * served.length);
  }

  /** {@link #precision} of a random ranking. */
  double chance() {
    int[] counts = truth.columnCounts();
    long candidates = Arrays.stream(counts).filter(count -> count > 0).count();
    long users = IntStream.range(0, truth.rows()).filter(user -> truth.count(user) > 0).count();
    return (double) truth.size() / (candidates * users);
  }

  /** {@link #precision} of ranking by the number of training interactions. */
  double popularity() {
    return popularity(training.interactions());
  }

  /** The same where this is visible of the users. */
  double popularity(Interactions history) {
    int[] counts = training.interactions().columnCounts();
    return precision(
        (users, scores) -> {
          for (float[] row : scores) {
            for (int item = 0; item < counts.length; item++) {
              row[item] = counts[item];
            }
          }
        },
        history);
  }
}
