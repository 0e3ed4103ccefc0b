package org.trellisrec.metrics.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.Modality;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class SubtopicRecallTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return from(manyFeatures());
  }

  @Override
  protected double largest(Convention convention) {
    return 1;
  }

  @Override
  protected double onEmptyList() {
    return 0;
  }

  @Override
  protected double onNoRelevantItem() {
    return 6 / 7.0;
  }

  @TempDir Path folder;

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("features.tsv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every item has one of four features and one of three others. */
  private Path manyFeatures() {
    StringBuilder text = new StringBuilder();
    for (int item = 0; item < 30; item++) {
      text.append("%d\tf%d\tg%d\n".formatted(item, item % 4, item % 3));
    }
    return file(text.toString());
  }

  /** Item 3 has no feature. */
  private Path features() {
    return file("0\ta\tb\n1\tb\tc\n2\td\n");
  }

  private static Metric from(Path file) {
    return new SubtopicRecall(new SubtopicRecall.Params(file, null));
  }

  private static TinyEvaluation oneUser() {
    return TinyEvaluation.of(2, 5).train(1, 0, 2).relevant(0, 1).list(0, 0, 1);
  }

  @StandardAndRecBole
  void isTheShareOfTheFeaturesCovered(Convention convention) {
    assertThat(oneUser().convention(convention).value(from(features()), 1))
        .isCloseTo(2 / 4.0, EXACT);
    assertThat(oneUser().convention(convention).value(from(features()), 2))
        .isCloseTo(3 / 4.0, EXACT);
    assertThat(oneUser().convention(convention).candidates(0, 1).value(from(features()), 1))
        .isCloseTo(2 / 3.0, EXACT);
  }

  @Test
  void elliotTakesRelevantItemsOverTrainingItems() {
    TinyEvaluation elliot = oneUser().convention(Convention.ELLIOT);

    assertThat(elliot.value(from(features()), 2)).isCloseTo(2 / 3.0, EXACT);
    assertThat(elliot.value(from(features()), 1)).isEqualTo(0);
  }

  @StandardAndRecBole
  void readsACategoricalModality(Convention convention) {
    Modality genre = new Modality.Categorical(List.of("x", "y"), new int[] {0, 0, 1, -1, 1});
    Metric byGenre = new SubtopicRecall(new SubtopicRecall.Params(null, "genre"));

    assertThat(oneUser().convention(convention).items("genre", genre).value(byGenre, 2))
        .isCloseTo(1 / 2.0, EXACT);
    assertThat(
            oneUser().convention(convention).items("genre", genre).list(0, 1, 2).value(byGenre, 2))
        .isEqualTo(1);
  }

  @StandardAndRecBole
  void namesTheModalitiesThereAre(Convention convention) {
    TinyEvaluation texts =
        oneUser().convention(convention).items("title", new Modality.Text(new String[5]));

    assertThatThrownBy(
            () -> texts.value(new SubtopicRecall(new SubtopicRecall.Params(null, "genre")), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'genre'")
        .hasMessageContaining("title");
    assertThatThrownBy(
            () -> texts.value(new SubtopicRecall(new SubtopicRecall.Params(null, "title")), 1))
        .hasMessageContaining("'title' has no labels");
  }

  @Test
  void oneSourceOfFeaturesIsNeeded() {
    assertThatThrownBy(() -> new SubtopicRecall.Params(null, null))
        .hasMessageContaining("either modality")
        .hasMessageContaining("feature_data");
    assertThatThrownBy(() -> new SubtopicRecall.Params(features(), "genre"))
        .isInstanceOf(InputException.class);
  }

  @Test
  void wrongLinesAreNamed() {
    assertThatThrownBy(() -> from(file("0\ta\n1\n")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("features.tsv:2: found '1'");
    assertThatThrownBy(() -> from(file("0\ta\n\n0\tb\n")))
        .hasMessageContaining("features.tsv:3: '0' was given labels before");
    assertThatThrownBy(() -> from(folder.resolve("none.tsv")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.tsv does not exist");
  }

  @Test
  void itemsWithoutFeaturesAreNoted() {
    TaskContext task = TinyEvaluation.of(1, 3).relevant(0, 1).context();
    Path features = file("0\ta\tb\n1\tb\nold\tb\n");
    List<String> notes =
        List.of(
            features + ": ids that are not among the items of the data: 1 of 3 (first: 'old')",
            features
                + ": items of the data that it does not describe: 1 of 3 (first: '2'); they are"
                + " passed over in the lists");
    Metric diversity =
        new IntraListDiversity(new IntraListDiversity.Params(features, null, Similarity.COSINE));

    assertThat(from(features).notes(List.of(task))).isEqualTo(notes);
    assertThat(diversity.notes(List.of(task))).isEqualTo(notes);
    assertThat(new SubtopicRecall(new SubtopicRecall.Params(null, "genres")).notes(List.of(task)))
        .isEmpty();
  }
}
