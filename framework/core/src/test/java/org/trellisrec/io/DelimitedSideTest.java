package org.trellisrec.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellisrec.config.Params;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Scaling;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.numpy.NumpyFile;
import org.trellisrec.spi.InputException;

class DelimitedSideTest {
  private static final Vocabulary IDS = Vocabulary.of(List.of("1", "2", "3"));

  @TempDir Path folder;
  private RecordingContext context;

  private Path write(String text) throws IOException {
    return Files.write(folder.resolve("side.dat"), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Map<String, Modality> read(String text, Map<String, Object> params) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>(params);
    all.put("path", write(text).toString());
    context = new RecordingContext(1, folder.resolve("cache"));
    return new DelimitedSide(Params.of(DelimitedSide.Params.class, all)).read(IDS, context);
  }

  private static Map<String, Object> column(Object... keysAndValues) {
    Map<String, Object> column = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      column.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return column;
  }

  @Test
  void aSeparatorThatIsProbablyAnotherIsTold() throws IOException {
    Map<String, Object> genres =
        Map.of("modalities", Map.of("genres", column("column", 2, "type", "multi_hot")));

    Modality read =
        read("1\tAction,Adventure\n2\tComedy\n3\tAction,Comedy\n", genres).get("genres");

    assertThat(read.labelCount()).hasValue(3);
    assertThat(context.notes)
        .containsExactly(
            folder.resolve("side.dat")
                + ": 'genres': 3 of 3 cells hold no '|', which separates labels, but 2 hold ','; if"
                + " that separates them, set separator: ',', else each such cell is one label");

    read("1\tAction|Children's, all\n2\tComedy|War\n3\tFilm, noir\n", genres);
    assertThat(context.notes).as("most cells hold the separator").isEmpty();
    read("1\tAction\n2\tComedy\n3\tWar\n", genres);
    assertThat(context.notes).as("no cell holds another").isEmpty();
  }

  /** As MovieLens-1M is published: {@code ::} between columns, Latin-1, the year in the title. */
  @Test
  void readsMovieLensFiles() throws IOException {
    Map<String, Modality> items =
        read(
            "2::Misérables, Les (1995)::Drama|Musical\n1::M (1931)::Crime\n9::X (1)::Drama\n",
            Map.of(
                "format",
                Map.of("separator", "::", "encoding", "latin1"),
                "modalities",
                Map.of(
                    "genres", column("column", 3, "type", "multi_hot"),
                    "title", column("column", 2, "type", "categorical"),
                    "year",
                        column(
                            "column",
                            2,
                            "type",
                            "numeric",
                            "pattern",
                            "\\((\\d{4})\\)",
                            "scaling",
                            "min_max"))));

    assertThat(((Modality.Categorical) items.get("title")).labels())
        .containsExactly("M (1931)", "Misérables, Les (1995)");
    Modality.MultiHot genres = (Modality.MultiHot) items.get("genres");
    assertThat(genres.labels()).containsExactly("Crime", "Drama", "Musical");
    assertThat(genres.codes()).isDeepEqualTo(new int[][] {{0}, {1, 2}, {}});
    Modality.Dense year = (Modality.Dense) items.get("year");
    assertThat(year.vectors()).isDeepEqualTo(new float[][] {{1931}, {1995}, null});
    assertThat(year.scaling()).isEqualTo(Scaling.MIN_MAX);
    assertThat(context.notes)
        .containsExactly(
            folder.resolve("side.dat")
                + ": passed over ids that are not in the data: 1, for example '9'",
            folder.resolve("side.dat")
                + ": entities that it does not describe: 1 of 3, for example '3'");
  }

  @Test
  void readsNamedColumnsOfNumbersAndVectors() throws IOException {
    Map<String, Modality> users =
        read(
            "id,a,b,v\n1,1,2,0.5;1\n\n2,NA,NA,\n1,1,2,0.5;1\n",
            Map.of(
                "format",
                Map.of("separator", "comma", "header", true),
                "id",
                "id",
                "modalities",
                Map.of(
                    "ab", column("columns", List.of("a", "b"), "type", "numeric", "missing", "NA"),
                    "v", column("type", "vector", "separator", ";"))));

    assertThat(((Modality.Dense) users.get("ab")).vectors())
        .isDeepEqualTo(new float[][] {{1, 2}, null, null});
    assertThat(((Modality.Dense) users.get("v")).vectors())
        .isDeepEqualTo(new float[][] {{0.5f, 1}, null, null});
    assertThat(context.notes).last().asString().endsWith("passed over repeated lines: 1");
  }

  /** Two texts and an empty one, of which the file that keeps their vectors has 3 rows of 2. */
  private Modality.Dense readTexts() throws IOException {
    Map<String, Object> params =
        Map.of(
            "format",
            Map.of("quotes", false),
            "modalities",
            Map.of(
                "text", column("column", 2, "type", "text", "text", Map.of("min_documents", 1))));
    return (Modality.Dense) read("1\t\"Quoted\" cats sleep\n2\tcats\n3\t\n", params).get("text");
  }

  private Path keptVectors() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void textsBecomeVectorsThatAreKept() throws IOException {
    Modality.Dense first = readTexts();
    Path cache = folder.resolve("cache");
    assertThat(cache).isDirectoryContaining("glob:**/text-*.npy");
    assertThat(cache).isDirectoryNotContaining("glob:**/*.tmp");
    Modality.Dense second = readTexts();

    assertThat(first.length()).isEqualTo(2);
    assertThat(first.vectors()[2]).isNull();
    assertThat(second.vectors()).isDeepEqualTo(first.vectors());
    NumpyFile.write(keptVectors(), List.of(new float[][] {{5, 6}, {7, 8}, {0, 0}}), 2);
    assertThat(readTexts().vectors()).isDeepEqualTo(new float[][] {{5, 6}, {7, 8}, null});
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        arguments("is not in NumPy's format", damage(file -> "")),
        arguments("is truncated", damage(file -> file.substring(0, file.length() - 4))),
        arguments(
            "is not that of an array",
            damage(file -> file.replace("2), }    ", "20000000000), }"))),
        arguments(
            "has 2 rows, but there are 3 texts", damage(file -> file.replace("(3, 2)", "(2, 3)"))));
  }

  private static UnaryOperator<byte[]> damage(UnaryOperator<String> change) {
    return file ->
        change
            .apply(new String(file, StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void keptVectorsThatCannotBeReadAreMadeAgain(String found, UnaryOperator<byte[]> damage)
      throws IOException {
    Modality.Dense first = readTexts();
    Path kept = keptVectors();
    byte[] whole = Files.readAllBytes(kept);
    Files.write(kept, damage.apply(whole));

    assertThat(readTexts().vectors()).isDeepEqualTo(first.vectors());
    assertThat(context.notes)
        .singleElement()
        .asString()
        .startsWith("vectors of texts are made again, and replace those kept: " + kept)
        .contains(found);
    assertThat(kept).hasBinaryContent(whole);
    readTexts();
    assertThat(context.notes).isEmpty();
  }

  static Stream<Arguments> wrongFiles() {
    return Stream.of(
        arguments(
            "1\tA\n2\n", ":2: expected 2 columns separated by tab as in the first line, found 1"),
        arguments("1\t3\n2\tabc\n", ":2: 'x': the value 'abc' is not a finite number"),
        arguments("1\tNaN\n", ":1: 'x': the value 'NaN' is not a finite number"),
        arguments("1\t3\n1\t4\n", ":2: '1' was described in line 1 already, in another way"),
        arguments("", " is empty"),
        arguments("7\t3\n", " describes none of the 3 entities of the data; its ids are like '7'"),
        arguments("1\t\"3\n", ":1: the quotes do not match"));
  }

  @ParameterizedTest
  @MethodSource("wrongFiles")
  void wrongFilesAreNamedWithTheirLine(String text, String message) {
    Map<String, Object> params =
        Map.of("modalities", Map.of("x", column("column", 2, "type", "numeric")));
    assertThatThrownBy(() -> read(text, params))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(folder.resolve("side.dat") + message);
  }

  @Test
  void wrongColumnsEncodingsAndUnknownIdsAreRefused() {
    assertThatThrownBy(
            () -> read("1\t2\n", Map.of("modalities", Map.of("x", column("type", "text")))))
        .hasMessageContaining("no column 'x' for modalities.x.columns; without format.header");
    assertThatThrownBy(
            () ->
                read(
                    "1\t2\n",
                    Map.of("modalities", Map.of("x", column("type", "text", "column", 3)))))
        .hasMessageContaining("modalities.x.columns is column 3, but the file has columns 1 to 2");
    assertThatThrownBy(
            () ->
                read(
                    "1\té\n",
                    Map.of("modalities", Map.of("x", column("type", "categorical", "column", 2)))))
        .hasMessageContaining(
            ":1: the text is not valid utf-8; set format.encoding, such as latin1");
    assertThatThrownBy(
            () ->
                read(
                    "1\tA\n8\tB\n",
                    Map.of(
                        "unknown",
                        "error",
                        "modalities",
                        Map.of("x", column("type", "categorical", "column", 2)))))
        .hasMessage(
            folder.resolve("side.dat")
                + ":2: the id '8' is not in the data; correct it, or set unknown: ignore");
    assertThatThrownBy(() -> read("1\tA\n", Map.of("modalities", Map.of("x", column("column", 2)))))
        .hasMessageContaining("modalities.x needs a type");
  }

  @Test
  void severalUnknownIdsAreCounted() {
    Map<String, Object> params =
        Map.of(
            "unknown",
            "error",
            "modalities",
            Map.of("x", column("type", "categorical", "column", 2)));
    assertThatThrownBy(() -> read("7\tA\n1\tA\n8\tB\n9\tB\n", params))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder.resolve("side.dat")
                + ":1: the id '7' is not in the data, nor are 2 more, for example '8', '9'; correct"
                + " it, or set unknown: ignore");
  }

  @Test
  void anotherSeparatorIsNamed() {
    String remedy = "; the first line holds no tab but commas: set format.separator: comma";
    Map<String, Object> numbered =
        Map.of("modalities", Map.of("x", column("column", 2, "type", "categorical")));
    assertThatThrownBy(() -> read("1,A\n2,B\n", numbered))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("describes none of the 3 entities of the data")
        .hasMessageEndingWith(remedy);
    Map<String, Object> named =
        Map.of(
            "format",
            Map.of("header", true),
            "id",
            "id",
            "modalities",
            Map.of("x", column("type", "categorical")));
    assertThatThrownBy(() -> read("id,x\n1,A\n", named))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(":1: no column 'id' for id; the header has id,x")
        .hasMessageEndingWith(remedy);
    assertThatThrownBy(
            () -> read("1,A\n", Map.of("id", 2, "modalities", numbered.get("modalities"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(":1: id is column 2, but the file has columns 1 to 1")
        .hasMessageEndingWith(remedy);
  }

  @Test
  void rowsThatAreQuotedAsAWholeAreNamed() {
    Map<String, Object> params =
        Map.of(
            "format",
            Map.of("separator", "comma"),
            "modalities",
            Map.of("x", column("column", 2, "type", "categorical")));
    assertThatThrownBy(() -> read("\"1,A\"\n\"2,B\"\n", params))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(
            "; the first line is one quoted column: remove the quotes around the whole row, or set"
                + " format.quotes: false to keep them as text");
  }

  private static Map<String, Object> vectors(String separator) {
    return Map.of(
        "modalities", Map.of("x", column("column", 2, "type", "vector", "separator", separator)));
  }

  @Test
  void aVectorHasAllOfItsNumbers() throws IOException {
    assertThat(((Modality.Dense) read("1\t1  2\n2\t 3 4 \n", vectors(" ")).get("x")).vectors())
        .isDeepEqualTo(new float[][] {{1, 2}, {3, 4}, null});
    assertThat(((Modality.Dense) read("1\t1;2;\n2\t;;\n", vectors(";")).get("x")).vectors())
        .isDeepEqualTo(new float[][] {{1, 2}, null, null});
    assertThatThrownBy(() -> read("1\t1;2;3\n2\t1;;3\n", vectors(";")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            folder.resolve("side.dat") + ":2: 'x' has some of its 3 numbers, but not all");
  }

  @Test
  void aNameOfTwoColumnsIsRefused() {
    Map<String, Object> params =
        Map.of("format", Map.of("header", true), "modalities", Map.of("x", column("type", "text")));
    assertThatThrownBy(() -> read("id\tx\tx\n1\ta\tb\n", params))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(":1: columns 2 and 3 are both called 'x'");
  }

  @Test
  void labelsHaveNoBlanksAround() throws IOException {
    Map<String, Object> params =
        Map.of("modalities", Map.of("x", column("column", 2, "type", "categorical")));
    Modality.Categorical x = (Modality.Categorical) read("1\tM\n2\t M \n", params).get("x");
    assertThat(x.labels()).containsExactly("M");
    assertThat(x.codes()).containsExactly(0, 0, -1);
  }

  @Test
  void aNumberHasNoSeparator() {
    Map<String, Object> one = column("column", 2, "type", "numeric", "separator", ",");
    assertThatThrownBy(() -> read("1\t1,2\n", Map.of("modalities", Map.of("x", one))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("separator is for type multi_hot or vector");
  }

  @Test
  void elliotsAttributesAreMultiHot() throws IOException {
    Path file = write("1\t10\t11\n3\t11\n");
    Map<String, Modality> items =
        new ItemAttributes(new ItemAttributes.Params(file, "attributes", OnUnknown.ERROR))
            .read(IDS, new RecordingContext());
    assertThat(((Modality.MultiHot) items.get("attributes")).codes())
        .isDeepEqualTo(new int[][] {{0, 1}, {}, {1}});
  }

  @Test
  void elliotsAttributesAreSeparatedByTabs() throws IOException {
    ItemAttributes.Params params =
        new ItemAttributes.Params(write("1,10,11\n3,11\n"), "attributes", OnUnknown.IGNORE);
    assertThatThrownBy(() -> new ItemAttributes(params).read(IDS, new RecordingContext()))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(
            "; the first line holds no tab but commas: separate the columns by tabs");
  }
}
