package org.trellisrec.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;

class GeneratorTest {
  private static final Seed SEED = new Seed(7);
  private static final Generated.Params DEFAULTS = Generated.Params.of(600, 400, 24_000);

  @Test
  void hasTheDemandedSizeAndNoPairTwice() {
    Interactions interactions = Generator.generate(DEFAULTS, SEED).interactions();

    assertThat(interactions.rows()).isEqualTo(600);
    assertThat(interactions.columns()).isEqualTo(400);
    assertThat(interactions.size()).isEqualTo(24_000);
    for (int user = 0; user < interactions.rows(); user++) {
      int[] items = interactions.columnsOf(user);
      assertThat(items).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates().isSorted();
    }
  }

  @Test
  void reachesTheLargestPossibleSize() {
    Generated.Params full = Generated.Params.of(30, 20, 300);

    Interactions interactions = Generator.generate(full, SEED).interactions();

    assertThat(interactions.size()).isEqualTo(300);
    assertThat(interactions.count(29)).isEqualTo(10);
  }

  @Test
  void isDeterminedByTheSeedAlone() {
    Generated.Params params = Generated.Params.of(3_000, 500, 30_000);

    String one = fingerprint(Generator.generate("x", params, SEED, 1));

    assertThat(fingerprint(Generator.generate("x", params, SEED, 3))).isEqualTo(one);
    assertThat(fingerprint(Generator.generate("x", params, new Seed(8), 1))).isNotEqualTo(one);
  }

  @Test
  void popularityIsSkewed() {
    int[] counts = Generator.generate(DEFAULTS, SEED).interactions().columnCounts();
    Arrays.sort(counts);

    int head = Arrays.stream(counts, 320, 400).sum();

    assertThat(head / 24_000.0).isBetween(0.33, 0.6);
  }

  @Test
  void ratingsFollowTheFactorsAndTimesGoForward() {
    Dataset data = Generator.generate(DEFAULTS, SEED);
    PlantedFactors factors = Generator.factors(DEFAULTS, SEED);
    double[] cosine = new double[6];
    int[] count = new int[6];
    Interactions interactions = data.interactions();
    for (int user = 0; user < interactions.rows(); user++) {
      for (int p = interactions.start(user); p < interactions.end(user); p++) {
        int rating = Math.round(interactions.rating(p));
        cosine[rating] += factors.cosine(user, interactions.column(p));
        count[rating]++;
        assertThat(interactions.timestamp(p)).isBetween(1_577_836_800L, 1_800_000_000L);
      }
    }
    for (int rating = 2; rating <= 5; rating++) {
      assertThat(cosine[rating] / count[rating])
          .isGreaterThan(cosine[rating - 1] / count[rating - 1]);
    }
  }

  @Test
  void truthBeatsPopularityTwiceAndNeighborsBeatItByHalf() {
    Interactions all = Generator.generate(DEFAULTS, SEED).interactions();
    PlantedFactors factors = Generator.factors(DEFAULTS, SEED);
    int[] counts = all.filter(p -> p % 5 != 0).columnCounts();

    double byPopularity = recallAt10(all, user -> item -> counts[item]);
    double byNeighbors = recallAt10(all, neighbors(all.filter(p -> p % 5 != 0)));
    double byTruth = recallAt10(all, user -> item -> factors.probability(user, item));

    assertThat(byTruth).isGreaterThan(2 * byPopularity);
    assertThat(byNeighbors).isGreaterThan(1.5 * byPopularity);
  }

  @Test
  void everyModalityTellsSomethingOfTheFactors() {
    Dataset data = Generator.generate(DEFAULTS, SEED);
    PlantedFactors factors = Generator.factors(DEFAULTS, SEED);
    Modality.Categorical category = (Modality.Categorical) data.side().items().get("category");
    Modality.MultiHot genres = (Modality.MultiHot) data.side().items().get("genres");
    Modality.Categorical job = (Modality.Categorical) data.side().users().get("occupation");

    assertThat(share(400, i -> factors.itemLoading(i, category.codes()[i]))).isGreaterThan(0.5);
    assertThat(share(400, i -> factors.itemLoading(i, genres.codes()[i][0]))).isGreaterThan(0.3);
    assertThat(share(600, u -> factors.userWeight(u, job.codes()[u]))).isGreaterThan(0.5);
    assertThat(vectorAgreement(data, factors)).isGreaterThan(0.8);
    assertThat(topicWords(data, factors)).isGreaterThan(0.4);
  }

  @Test
  void demographicsSplitUsersOfDifferentTaste() {
    Dataset data = Generator.generate(DEFAULTS, SEED);
    PlantedFactors factors = Generator.factors(DEFAULTS, SEED);
    for (String name : new String[] {"age_group", "gender"}) {
      int[] codes = ((Modality.Categorical) data.side().users().get(name)).codes();
      double largest = 0;
      for (int factor = 0; factor < factors.count(); factor++) {
        int f = factor;
        double in = mean(codes, 0, u -> factors.userWeight(u, f));
        double out = mean(codes, 1, u -> factors.userWeight(u, f));
        largest = Math.max(largest, Math.abs(in - out));
      }
      assertThat(largest).as(name).isGreaterThan(0.1);
    }
  }

  @Test
  void leavesOutTheDemandedShareOfModalities() {
    Generated.Params some =
        new Generated.Params(
            600, 400, 24_000, 10, 8, 0.8, 0.1, true, 4, 0.2, 0.3, false, false, 42);

    Dataset data = Generator.generate(some, SEED);

    for (Modality modality : data.side().items().values()) {
      double present = share(400, item -> modality.has(item) ? 1 : 0);
      assertThat(present).isBetween(0.6, 0.8);
    }
    assertThat(data.interactions().hasTimestamps()).isFalse();
    assertThat(data.interactions().rating(0)).isEqualTo(1f);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> Generated.Params.of(10, 20, 101))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "interactions is 101, but 10 users with 5 to 10 interactions each (half of the items at"
                + " most) have between 50 and 100 together");
    assertThatThrownBy(
            () -> new Generated.Params(9, 4, 18, 3, 2, 0, 0, false, 1, 0, 0, false, false, 1))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("min_per_user is 3, but with 4 items");
  }

  private interface Scorer {
    IntToDoubleFunction of(int user);
  }

  /** Item-based cosine without any cut. */
  private static Scorer neighbors(Interactions train) {
    int[] counts = train.columnCounts();
    double[][] together = new double[counts.length][counts.length];
    for (int user = 0; user < train.rows(); user++) {
      for (int a : train.columnsOf(user)) {
        for (int b : train.columnsOf(user)) {
          together[a][b] += 1 / Math.sqrt((double) counts[a] * counts[b]);
        }
      }
    }
    return user ->
        item -> Arrays.stream(train.columnsOf(user)).mapToDouble(i -> together[i][item]).sum();
  }

  /** Every fifth position is held out, the rest is not recommended. */
  private static double recallAt10(Interactions all, Scorer scorer) {
    double sum = 0;
    for (int user = 0; user < all.rows(); user++) {
      boolean[] seen = new boolean[all.columns()];
      boolean[] held = new boolean[all.columns()];
      for (int p = all.start(user); p < all.end(user); p++) {
        (p % 5 == 0 ? held : seen)[all.column(p)] = true;
      }
      IntToDoubleFunction score = scorer.of(user);
      long hits =
          IntStream.range(0, all.columns())
              .filter(i -> !seen[i])
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -score.applyAsDouble(i)))
              .limit(10)
              .filter(i -> held[i])
              .count();
      long relevant = IntStream.range(0, held.length).filter(i -> held[i]).count();
      sum += hits / Math.max(1.0, (double) relevant);
    }
    return sum / all.rows();
  }

  private static double vectorAgreement(Dataset data, PlantedFactors factors) {
    float[][] vectors = ((Modality.Dense) data.side().items().get("vector")).vectors();
    int agree = 0;
    for (int item = 0; item < vectors.length; item++) {
      int from = item;
      int nearest =
          IntStream.range(0, vectors.length)
              .filter(i -> i != from)
              .boxed()
              .min(Comparator.comparingDouble(i -> distance(vectors[from], vectors[i])))
              .orElseThrow();
      agree += strongest(factors, item) == strongest(factors, nearest) ? 1 : 0;
    }
    return agree / (double) vectors.length;
  }

  private static double topicWords(Dataset data, PlantedFactors factors) {
    String[] texts = ((Modality.Text) data.side().items().get("text")).texts();
    int own = 0;
    int words = 0;
    for (int item = 0; item < texts.length; item++) {
      String prefix = Names.word(strongest(factors, item), 0).substring(0, 4);
      for (String word : texts[item].split(" ", -1)) {
        words++;
        own += word.startsWith(prefix) ? 1 : 0;
      }
    }
    assertThat(words).isEqualTo(12 * texts.length);
    return own / (double) words;
  }

  private static int strongest(PlantedFactors factors, int item) {
    return IntStream.range(0, factors.count())
        .boxed()
        .max(Comparator.comparingDouble(f -> factors.itemLoading(item, f)))
        .orElseThrow();
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  private static double share(int size, IntToDoubleFunction value) {
    return IntStream.range(0, size).mapToDouble(value).average().orElseThrow();
  }

  private static double mean(int[] codes, int code, IntToDoubleFunction value) {
    return IntStream.range(0, codes.length)
        .filter(u -> codes[u] == code)
        .mapToDouble(value)
        .average()
        .orElseThrow();
  }

  private static String fingerprint(Dataset data) {
    StringBuilder all = new StringBuilder();
    Interactions in = data.interactions();
    for (int user = 0; user < in.rows(); user++) {
      for (int p = in.start(user); p < in.end(user); p++) {
        all.append(data.users().id(user)).append(' ').append(data.items().id(in.column(p)));
        all.append(' ').append(in.rating(p)).append(' ').append(in.timestamp(p)).append('\n');
      }
    }
    Modality.Text text = (Modality.Text) data.side().items().get("text");
    return all + String.join("\n", text.texts());
  }
}
