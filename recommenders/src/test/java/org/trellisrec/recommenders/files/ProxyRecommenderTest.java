package org.trellisrec.recommenders.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.recommenders.TinyData;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.ListModel;
import org.trellisrec.testkit.FakeFitContext;

class ProxyRecommenderTest {
  private static final double[][] RATINGS = {{1, 1, 1, 1}, {1, 1, 1, 1}, {1, 1, 1, 1}};
  private final FakeFitContext context = new FakeFitContext(1);
  @TempDir private Path folder;

  private ListModel lists(String... lines) throws IOException {
    Path file = Files.write(folder.resolve("lists.tsv"), List.of(lines));
    ProxyRecommender proxy = new ProxyRecommender(new ProxyRecommender.Params(file, null));
    return (ListModel) proxy.fit(TinyData.training(RATINGS), context);
  }

  private static List<Integer> ranking(ListModel lists, int user) {
    return IntStream.range(0, lists.size(user)).mapToObj(rank -> lists.item(user, rank)).toList();
  }

  @Test
  void ranksByScoreAndTiesInFileOrder() throws IOException {
    ListModel lists = lists("0\t3\t0.5", "0\t1\t0.5", "0\t0\t0.5", "0\t2\t2.25", "2\t0\t-1");
    assertThat(ranking(lists, 0)).containsExactly(2, 3, 1, 0);
    assertThat(IntStream.range(0, 4).mapToDouble(rank -> lists.score(0, rank)))
        .containsExactly(2.25, 0.5, 0.5, 0.5);
    assertThat(TinyData.scores(lists, TinyData.interactions(RATINGS))[2])
        .containsExactly(-1f, Float.NaN, Float.NaN, Float.NaN);
    assertThat(context.notes()).isEmpty();
  }

  @Test
  void userWithoutListIsNotScored() throws IOException {
    ListModel lists = lists("0\t3\t1");
    assertThat(lists.size(1)).isZero();
    assertThat(TinyData.scores(lists, TinyData.interactions(RATINGS))[1]).containsOnly(Float.NaN);
  }

  @Test
  void scoresThatDifferOnlyInDoublePrecisionKeepTheirOrder() throws IOException {
    assertThat(ranking(lists("0\t0\t1.00000000001", "0\t1\t1.00000000002"), 0))
        .containsExactly(1, 0);
  }

  @Test
  void unknownIdsAreCounted() throws IOException {
    ListModel lists = lists("0\t9\t3", "7\t1\t2", "0\tx\t4", "0\t1\t1");
    assertThat(ranking(lists, 0)).containsExactly(1);
    assertThat(lists.score(0, 0)).isEqualTo(1);
    assertThat(context.notes())
        .satisfiesExactly(
            users -> assertThat(users).contains("1 of 4 rows name a user", "'7' in line 2"),
            items -> assertThat(items).contains("2 of 4 rows name an item", "'9' in line 1"));
  }

  @Test
  void aRepeatedItemIsFoundBeforeTraining() throws IOException {
    Path file = Files.writeString(folder.resolve("twice.tsv"), "0\t1\t1\n0\t1\t5\n");
    ProxyRecommender proxy = new ProxyRecommender(new ProxyRecommender.Params(file, null));
    assertThatThrownBy(() -> proxy.check(TinyData.training(RATINGS).side()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("twice.tsv:2: recommends item '1' to user '0', as line 1 does");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 1 2|lists.tsv:2: expected user, item and score between tabs, but found 1 column",
        "0\t1|found 2 column",
        "0\t1\tx|lists.tsv:2: the score is 'x', but must be a finite number",
        "0\t1\tNaN|the score is 'NaN'",
        "0\t1\t1e300|the score is '1e300'"
      })
  void malformedRowsAreNamed(String line, String message) {
    assertThatThrownBy(() -> lists("0\t0\t1", line))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void missingFileIsNamed() {
    Path missing = folder.resolve("none.tsv");
    ProxyRecommender proxy = new ProxyRecommender(new ProxyRecommender.Params(missing, null));
    assertThatThrownBy(() -> proxy.fit(TinyData.training(RATINGS), context))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.tsv does not exist");
  }

  @Test
  void folderStandsForItsFiles() throws IOException {
    Files.writeString(folder.resolve("b.1.tsv"), "0\t0\t1\n");
    Files.writeString(folder.resolve("a.tsv"), "0\t1\t1\n");
    Files.writeString(folder.resolve(".hidden"), "not a list");
    RecommendationFolder recipe = new RecommendationFolder(new RecommendationFolder.Params(folder));
    assertThat(recipe.members().keySet()).containsExactly("a", "b.1");
    ListModel lists =
        (ListModel) recipe.members().get("a").fit(TinyData.training(RATINGS), context);
    assertThat(ranking(lists, 0)).containsExactly(1);
    assertThatThrownBy(() -> recipe.fit(TinyData.training(RATINGS), context))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds 2 recommendation files");
  }

  @Test
  void emptyFolderIsNamed() {
    RecommendationFolder recipe = new RecommendationFolder(new RecommendationFolder.Params(folder));
    assertThatThrownBy(recipe::members)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds no recommendation files");
  }
}
