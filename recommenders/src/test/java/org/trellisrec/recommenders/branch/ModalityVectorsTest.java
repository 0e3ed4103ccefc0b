package org.trellisrec.recommenders.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.Params;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.generate.Generated;
import org.trellisrec.generate.Generator;
import org.trellisrec.spi.ModalityEmbeddings;
import org.trellisrec.spi.ModalityEmbeddings.Vectors;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.UserBlock;
import org.trellisrec.testkit.FakeFitContext;
import org.trellisrec.testkit.PlantedData;

/** Scores follow from the vectors of the modalities: the dot product of their means. */
class ModalityVectorsTest {
  private static final List<String> OF_USERS = List.of("interactions", "gender");
  private static final List<String> OF_ITEMS = List.of("interactions", "genres", "vector");
  private static final int MODALITY_MISSING_ONE_IN = 7;

  /** Item 0 is cold, and every seventh item lacks its vector. */
  private static TrainingData data() {
    var data = Generator.generate(Generated.Params.of(60, 40, 900), new Seed(5));
    var items = new HashMap<>(data.side().items());
    var vectors = (Modality.Dense) items.get("vector");
    float[][] some = vectors.vectors().clone();
    for (int item = 0; item < some.length; item += MODALITY_MISSING_ONE_IN) {
      some[item] = null;
    }
    items.put("vector", new Modality.Dense(vectors.length(), some));
    var poor = data.withSide(new SideInformation(data.side().users(), items));
    return new TrainingData(
        poor, poor.interactions().filter(p -> poor.interactions().column(p) != 0));
  }

  private static Recommender model(String name, Map<String, Object> more) {
    Map<String, Object> params = new HashMap<>(more);
    params.put("epochs", 2);
    params.put("batch_size", 128);
    params.put("embedding_size", 8);
    params.put("projection_size", 8);
    params.put("hidden_layers", List.of(8));
    params.put("user_modalities", OF_USERS);
    params.put("item_modalities", OF_ITEMS);
    return switch (name) {
      case "SiBraR" -> new SiBraR(Params.of(SiBraR.Params.class, params));
      case "MuBraR" -> new MuBraR(Params.of(MuBraR.Params.class, params));
      default -> new UniBraR(Params.of(UniBraR.Params.class, params));
    };
  }

  /** The mean vector of every entity that has any. */
  private static Map<Integer, double[]> means(ModalityEmbeddings embeddings, EntitySide side) {
    Map<Integer, double[]> sums = new TreeMap<>();
    Map<Integer, Integer> counts = new HashMap<>();
    for (String modality : embeddings.modalities(side)) {
      Vectors vectors = embeddings.vectors(side, modality);
      for (int row = 0; row < vectors.entities().length; row++) {
        float[] vector = vectors.values()[row];
        double[] sum =
            sums.computeIfAbsent(vectors.entities()[row], e -> new double[vector.length]);
        IntStream.range(0, vector.length).forEach(k -> sum[k] += vector[k]);
        counts.merge(vectors.entities()[row], 1, Integer::sum);
      }
    }
    sums.forEach(
        (entity, sum) -> IntStream.range(0, sum.length).forEach(k -> sum[k] /= counts.get(entity)));
    return sums;
  }

  @ParameterizedTest
  @ValueSource(strings = {"SiBraR", "MuBraR", "UniBraR"})
  void scoresAreProductsOfTheMeansOfTheVectors(String name) {
    TrainingData data = data();
    try (Model model =
        model(name, Map.of("variant", "sc", "dropout", 0.1)).fit(data, new FakeFitContext(3))) {
      ModalityEmbeddings embeddings = model.modalityEmbeddings().orElseThrow();
      assertThat(embeddings.modalities(EntitySide.USERS)).isEqualTo(OF_USERS);
      assertThat(embeddings.modalities(EntitySide.ITEMS)).isEqualTo(OF_ITEMS);
      Map<Integer, double[]> users = means(embeddings, EntitySide.USERS);
      Map<Integer, double[]> items = means(embeddings, EntitySide.ITEMS);
      UserBlock everyone =
          new UserBlock(
              users.keySet().stream().mapToInt(Integer::intValue).toArray(), data.interactions());
      float[][] scores = PlantedData.scores(model, everyone);
      for (int row = 0; row < scores.length; row++) {
        double[] user = users.get(everyone.user(row));
        for (int item = 0; item < data.items().size(); item++) {
          double[] other = items.get(item);
          double score = 0;
          for (int k = 0; k < user.length; k++) {
            score += user[k] * other[k];
          }
          assertThat((double) scores[row][item]).isCloseTo(score, within(1e-4));
        }
      }
    }
  }

  @Test
  void whoLacksAModalityHasNoVectorOfIt() {
    TrainingData data = data();
    try (Model model = model("SiBraR", Map.of()).fit(data, new FakeFitContext(3))) {
      ModalityEmbeddings embeddings = model.modalityEmbeddings().orElseThrow();
      assertThat(embeddings.vectors(EntitySide.ITEMS, "interactions").entities()).doesNotContain(0);
      assertThat(embeddings.vectors(EntitySide.ITEMS, "genres").entities()).contains(0);
      assertThat(embeddings.vectors(EntitySide.ITEMS, "vector").entities())
          .containsExactly(
              IntStream.range(0, data.items().size())
                  .filter(item -> item % MODALITY_MISSING_ONE_IN != 0)
                  .toArray());
      assertThatThrownBy(() -> embeddings.vectors(EntitySide.ITEMS, "gender"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aModalityMayHaveAnyName() {
    TrainingData data = data();
    var items = new HashMap<>(data.side().items());
    items.put("Main genre/ä", items.get("genres"));
    items.put("Main genre/ö", items.get("genres"));
    var renamed = new SideInformation(data.side().users(), items);
    var named =
        new TrainingData(
            new Dataset("named", data.users(), data.items(), data.interactions(), renamed),
            data.interactions());
    Map<String, Object> params =
        Map.of(
            "epochs",
            1,
            "item_modalities",
            List.of("interactions", "Main genre/ä", "Main genre/ö"));
    try (Model model =
        new SiBraR(Params.of(SiBraR.Params.class, params)).fit(named, new FakeFitContext(3))) {
      ModalityEmbeddings embeddings = model.modalityEmbeddings().orElseThrow();
      assertThat(embeddings.vectors(EntitySide.ITEMS, "Main genre/ä").values()[0])
          .isNotEqualTo(embeddings.vectors(EntitySide.ITEMS, "Main genre/ö").values()[0]);
    }
  }

  @Test
  void modelsOfInteractionsAloneHaveNone() {
    Recommender coBraR =
        new CoBraR(Params.of(CoBraR.Params.class, Map.of("epochs", 1, "embedding_size", 4)));
    try (Model model = coBraR.fit(data(), new FakeFitContext(3))) {
      assertThat(model.modalityEmbeddings()).isEmpty();
    }
  }
}
