package org.trellisrec.metrics.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.Modality;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class IntraListDiversityTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return from(manyFeatures(), Similarity.COSINE);
  }

  @Override
  protected double largest(Convention convention) {
    return 1;
  }

  @Override
  protected double onEmptyList() {
    return Double.NaN;
  }

  @Override
  protected double onNoRelevantItem() {
    return 1;
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

  private static Metric from(Path file, Similarity similarity) {
    return new IntraListDiversity(new IntraListDiversity.Params(file, null, similarity));
  }

  private static Metric over(String modality, Similarity similarity) {
    return new IntraListDiversity(new IntraListDiversity.Params(null, modality, similarity));
  }

  private static TinyEvaluation oneUser() {
    return TinyEvaluation.of(1, 4).relevant(0, 1).list(0, 0, 1, 2, 3);
  }

  @StandardAndRecBole
  void jaccardComparesLabelSets(Convention convention) {
    Metric jaccard = from(features(), Similarity.JACCARD);

    assertThat(oneUser().convention(convention).value(jaccard, 2)).isCloseTo(2 / 3.0, EXACT);
    assertThat(oneUser().convention(convention).value(jaccard, 3))
        .isCloseTo((2 / 3.0 + 1 + 1) / 3, EXACT);
  }

  @StandardAndRecBole
  void cosineComparesLabelSets(Convention convention) {
    Metric cosine = from(features(), Similarity.COSINE);

    assertThat(oneUser().convention(convention).value(cosine, 2)).isCloseTo(1 / 2.0, EXACT);
    // item 3 has no features
    assertThat(oneUser().convention(convention).value(cosine, 4))
        .isCloseTo((1 / 2.0 + 1 + 1) / 3, EXACT);
  }

  @StandardAndRecBole
  void cosineComparesVectors(Convention convention) {
    float[][] vectors = {{1, 0}, {0, 2}, {3, 3}, null};
    TinyEvaluation dense =
        oneUser().convention(convention).items("image", new Modality.Dense(2, vectors));
    Metric cosine = over("image", Similarity.COSINE);

    assertThat(dense.value(cosine, 2)).isCloseTo(1, EXACT);
    assertThat(dense.value(cosine, 4)).isCloseTo((1 + 2 * (1 - Math.sqrt(0.5))) / 3, EXACT);
    assertThat(cosine.label("ILD")).isEqualTo("ILD_image");
  }

  @StandardAndRecBole
  void aZeroVectorIsLikeNoOther(Convention convention) {
    float[][] vectors = {{0, 0}, {0, 2}, {0, 1}, {0, -1}};
    TinyEvaluation dense =
        oneUser().convention(convention).items("image", new Modality.Dense(2, vectors));

    assertThat(dense.value(over("image", Similarity.COSINE), 3))
        .isCloseTo((1 + 1 + 0) / 3.0, EXACT);
    assertThat(dense.list(0, 1, 3).value(over("image", Similarity.COSINE), 2)).isCloseTo(2, EXACT);
  }

  @StandardAndRecBole
  void aSingleItemHasNoDiversity(Convention convention) {
    assertThat(oneUser().convention(convention).value(from(features(), Similarity.COSINE), 1))
        .isNaN();
    assertThat(
            oneUser()
                .convention(convention)
                .list(0, 0, 3)
                .value(from(features(), Similarity.COSINE), 2))
        .isNaN();
  }

  @StandardAndRecBole
  void jaccardCannotCompareVectors(Convention convention) {
    TinyEvaluation dense =
        oneUser().convention(convention).items("image", new Modality.Dense(1, new float[4][1]));

    assertThatThrownBy(() -> dense.value(over("image", Similarity.JACCARD), 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'image' is made of vectors");
  }
}
