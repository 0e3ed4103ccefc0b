package org.trellisrec.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.config.Params;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;
import org.trellisrec.text.TextVectors.Method;

class TextVectorsTest {
  private static final String[] TEXTS = {
    "The cats of the garden sleep.",
    "A cat sleeps in the gardens",
    "Rockets and planets, rockets and stars",
    null,
    "the of and",
    "A star beside planets: the rocket's target"
  };

  private static TextVectors recipe(Method method, int size) {
    return new TextVectors(method, size, Words.ENGLISH, method == Method.TF_IDF ? 1 : null);
  }

  @Test
  void wordsAreStemmedAndStopWordsLeftOut() {
    assertThat(TermCounts.of(TEXTS, Words.ENGLISH).terms())
        .containsExactly("cat", "garden", "sleep", "rocket", "planet", "star", "besid", "target");
    assertThat(TermCounts.of(new String[] {"The Cats"}, Words.STANDARD).terms())
        .containsExactly("the", "cats");
  }

  @Test
  void weightsAreDampedCountsTimesRarity() {
    SparseMatrix weights =
        TfIdf.weights(TermCounts.of(new String[] {"a b b", "a c"}, Words.STANDARD), 1);
    double b = (1 + Math.log(2)) * (1 + Math.log(3.0 / 2));
    double length = Math.sqrt(1 + b * b);
    assertThat(weights.values()[0])
        .containsExactly(new double[] {1 / length, b / length}, within(1e-12));
    assertThat(TfIdf.weights(TermCounts.of(TEXTS, Words.ENGLISH), 2).columns()).isEqualTo(6);
  }

  @Test
  void aTextWithoutWordsHasNoVector() {
    for (Method method : List.of(Method.TF_IDF, Method.HASHING)) {
      float[][] vectors = recipe(method, 2).of(TEXTS);
      assertThat(vectors[3]).isNull();
      assertThat(vectors[4]).isNull();
      assertThat(vectors[0]).hasSize(2);
    }
  }

  @Test
  void textsOnOneTopicLieTogether() {
    for (Method method : List.of(Method.TF_IDF, Method.HASHING)) {
      float[][] vectors = recipe(method, 64).of(TEXTS);
      assertThat(cosine(vectors[0], vectors[1])).isGreaterThan(0.9);
      assertThat(Math.abs(cosine(vectors[0], vectors[2]))).isLessThan(0.3);
      assertThat(cosine(vectors[2], vectors[5])).isGreaterThan(0.5);
    }
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return dot / Math.sqrt(aa * bb);
  }

  @Test
  void theFingerprintKnowsTextsAndRecipe() {
    String fingerprint = recipe(Method.TF_IDF, 2).fingerprint(TEXTS);
    assertThat(recipe(Method.TF_IDF, 2).fingerprint(TEXTS.clone())).isEqualTo(fingerprint);
    assertThat(recipe(Method.TF_IDF, 3).fingerprint(TEXTS)).isNotEqualTo(fingerprint);
    assertThat(recipe(Method.TF_IDF, 2).fingerprint(new String[] {"a", "bc"}))
        .isNotEqualTo(recipe(Method.TF_IDF, 2).fingerprint(new String[] {"ab", "c"}));
  }

  /** The exact decomposition by another algorithm; signs as {@link TruncatedSvd} has them. */
  @Test
  void directionsAreThoseOfTheExactDecomposition() {
    double[][] dense = new double[40][25];
    var random = new Seed(3).rng();
    int[][] columns = new int[40][];
    double[][] values = new double[40][];
    for (int row = 0; row < 40; row++) {
      columns[row] = random.ints(6, 0, 25).distinct().sorted().toArray();
      values[row] = Arrays.stream(columns[row]).mapToDouble(c -> random.nextDouble()).toArray();
      for (int i = 0; i < columns[row].length; i++) {
        dense[row][columns[row][i]] = values[row][i];
      }
    }

    float[][] found = TruncatedSvd.rows(new SparseMatrix(25, columns, values), 5);

    SingularValueDecomposition exact =
        new SingularValueDecomposition(new Array2DRowRealMatrix(dense));
    for (int direction = 0; direction < 5; direction++) {
      double sign = 0;
      for (int row = 0; row < 40; row++) {
        double value = exact.getU().getEntry(row, direction) * exact.getSingularValues()[direction];
        sign = sign == 0 ? Math.signum(value * found[row][direction]) : sign;
        assertThat((double) found[row][direction]).isCloseTo(sign * value, within(1e-5));
      }
    }
  }

  @Test
  void aMatrixOfFewerDirectionsGivesShorterVectors() {
    float[][] vectors = recipe(Method.TF_IDF, 100).of(new String[] {"x y", "x y", "z"});
    assertThat(vectors[0]).hasSize(2);
    assertThat(vectors[0]).containsExactly(vectors[1]);
  }

  @Test
  void noWordsAtAllGiveNoVectors() {
    assertThat(Arrays.asList(recipe(Method.TF_IDF, 4).of(new String[] {"the", null})))
        .containsOnlyNulls();
  }

  @ParameterizedTest
  @CsvSource({
    "hashing, min_documents, 2, tf_idf",
    "none, min_documents, 2, tf_idf",
    "none, size, 256, tf_idf and hashing",
    "none, analyzer, english, tf_idf and hashing"
  })
  void whatTheMethodHasNoUseForIsRefused(String method, String key, Object value, String with) {
    assertThatThrownBy(() -> Params.of(TextVectors.class, Map.of("method", method, key, value)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(key + " is for method " + with + " alone; remove it");
    assertThatCode(() -> Params.of(TextVectors.class, Map.of(key, value)))
        .doesNotThrowAnyException();
  }

  @Test
  void methodsHaveTheirDefaults() {
    assertThat(Params.of(TextVectors.class, Map.of()))
        .isEqualTo(new TextVectors(Method.TF_IDF, 256, Words.ENGLISH, 2));
    assertThat(Params.of(TextVectors.class, Map.of("method", "hashing")))
        .isEqualTo(new TextVectors(Method.HASHING, 256, Words.ENGLISH, null));
    assertThat(Params.of(TextVectors.class, Map.of("method", "none")))
        .isEqualTo(new TextVectors(Method.NONE, null, null, null));
  }
}
