package org.trellisrec.recommenders.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.data.Interactions;
import org.trellisrec.recommenders.TinyData;
import org.trellisrec.spi.DivergedException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.batch.Negatives;
import org.trellisrec.tensorflow.batch.Positives;
import org.trellisrec.testkit.FakeFitContext;
import org.trellisrec.testkit.PlantedData;
import org.trellisrec.testkit.RecommenderContract;

class BprMfSgdTest extends RecommenderContract {
  private static BprMfSgd bpr(Map<String, Object> params) {
    return new BprMfSgd(Params.of(BprMfSgd.Params.class, params));
  }

  @Override
  protected Recommender recommender() {
    return bpr(Map.of("epochs", 30, "embedding_size", 15));
  }

  @Override
  protected boolean needsNegatives() {
    return true;
  }

  private static float[][] scores(BprMfSgd recipe, PlantedData data, FakeFitContext context) {
    try (Model model = recipe.fit(data.training(), context)) {
      return PlantedData.scores(model, data.everyone());
    }
  }

  @Test
  void agreesWithATwinInDoublePrecision() {
    Interactions train = TinyData.interactions(TinyData.random(5, 6, 7, true));
    BprMfSgd.Params params =
        Params.of(BprMfSgd.Params.class, Map.of("epochs", 3, "embedding_size", 4));
    FakeFitContext context = new FakeFitContext(8).improvingUntil(3);
    UniformRandomProvider initial = context.seed().derive("initial").rng();
    BprTwin twin =
        new BprTwin(
            Factors.random(train.rows(), train.columns(), 4, params.initialDeviation(), initial),
            params);
    List<Double> losses =
        IntStream.rangeClosed(1, 3)
            .mapToObj(epoch -> epoch(twin, train, params, context.seed().derive("epoch-" + epoch)))
            .toList();
    float[][] scores;
    try (Model model =
        new BprMfSgd(params).fit(TinyData.training(TinyData.random(5, 6, 7, true)), context)) {
      scores = TinyData.scores(model, train);
    }
    for (int epoch = 0; epoch < 3; epoch++) {
      assertThat(context.losses().get(epoch)).isCloseTo(losses.get(epoch), offset(1e-6));
    }
    for (int p = 0; p < train.size(); p++) {
      int user = train.rowOfPositions()[p];
      int item = train.column(p);
      assertThat((double) scores[user][item]).isCloseTo(twin.score(user, item), offset(1e-6));
    }
  }

  /** On the positives and negatives that the training draws; returns the mean loss. */
  private static double epoch(BprTwin twin, Interactions train, BprMfSgd.Params params, Seed seed) {
    Positives positives = Positives.withNegatives(train);
    Negatives negatives = new Negatives(train);
    UniformRandomProvider random = seed.derive("negatives-0").rng();
    return Arrays.stream(params.sampler().positions(positives, seed.rng()))
        .mapToDouble(
            position -> {
              int user = train.rowOfPositions()[position];
              return twin.update(user, train.column(position), negatives.draw(user, random));
            })
        .average()
        .orElseThrow();
  }

  @Test
  void theBestEpochIsReturned() {
    PlantedData data = data();
    BprMfSgd recipe = bpr(Map.of("epochs", 6, "embedding_size", 4));
    FakeFitContext best = new FakeFitContext(3).improvingUntil(2);
    FakeFitContext last = new FakeFitContext(3).stoppingAfter(2);
    assertThat(Arrays.deepEquals(scores(recipe, data, best), scores(recipe, data, last))).isTrue();
    assertThat(best.losses()).hasSize(6);
    assertThat(last.losses()).hasSize(2);
  }

  @Test
  void usersWithoutNegativesAreNoted() {
    FakeFitContext context = new FakeFitContext(1);
    double[][] ratings = {{1, 1}, {1, Double.NaN}};
    recommender().fit(TinyData.training(ratings), context).close();
    assertThat(context.notes())
        .singleElement(STRING)
        .startsWith("left out of training: 2 of 3 interactions, of 1 of 2 users; these users have");
  }

  @Test
  void unlockedThreadsLearnAsWell() {
    PlantedData data = data();
    FakeFitContext context = new FakeFitContext(3, 4).nondeterministic();
    try (Model model = recommender().fit(data.training(), context)) {
      assertThat(data.hits(model)).isGreaterThan(1.05 * data.hitsOfPopularity());
    }
  }

  @Test
  void parametersAreCounted() {
    PlantedData data = data();
    try (Model model = recommender().fit(data.training(), new FakeFitContext(1))) {
      assertThat(model.parameterCounts()).containsEntry("embeddings", 15L * (150 + 90));
      assertThat(model.parameterCounts()).containsEntry("biases", 90L);
    }
  }

  @Test
  void aTrainingThatDivergesSaysWhere() {
    BprMfSgd steep = bpr(Map.of("epochs", 3, "embedding_size", 4, "learning_rate", 1e30));
    assertThatThrownBy(() -> steep.fit(data().training(), new FakeFitContext(1)))
        .isInstanceOf(DivergedException.class)
        .hasMessageMatching(
            "the loss is .* in epoch 1; the first that are not finite are the .*;"
                + " the training has diverged, so try a lower learning_rate");
  }
}
