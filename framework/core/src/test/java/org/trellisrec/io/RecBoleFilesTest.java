package org.trellisrec.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellisrec.config.Params;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Split;
import org.trellisrec.report.DatasetStatistics;
import org.trellisrec.spi.DatasetReader.OwnSplits;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;

class RecBoleFilesTest {
  private static final Path ML100K = Path.of("../../../shared/data/movielens-100k/ml-100k.inter");
  private static final String HEADER =
      "item_id:token\tclass:token_seq\tyear:token\tprice:float\tvec:float_seq\n";

  @TempDir private Path folder;
  private final RecordingContext context = new RecordingContext();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("toy.inter"),
        """
        rating:float\tuser_id:token\titem_id:token\ttimestamp:float
        4\tu\ti\t100.0
        2\tv\tj\t90
        3\tv\tk\t95
        """);
  }

  @Test
  void readsInteractionsByFieldName() {
    assertThat(Rows.of(read())).containsExactly("u i 4.0 100", "v j 2.0 90", "v k 3.0 95");
    assertThat(read().side().users()).isEmpty();
  }

  @Test
  void readsSideInformationByType() throws IOException {
    items("j\tB A\t1999\t2.5\t1 2\ni\tA\t\t\t3 4\nx\tC\t1\t1\t1 1\n");

    Map<String, Modality> items = read().side().items();

    assertThat(items.keySet()).containsExactly("class", "year", "price", "vec");
    Modality.MultiHot genres = (Modality.MultiHot) items.get("class");
    assertThat(genres.labels()).containsExactly("A", "B");
    assertThat(genres.codes()).isDeepEqualTo(new int[][] {{0}, {0, 1}, {}});
    Modality.Categorical year = (Modality.Categorical) items.get("year");
    assertThat(year.labels()).containsExactly("1999");
    assertThat(year.codes()).containsExactly(-1, 0, -1);
    assertThat(((Modality.Dense) items.get("price")).vectors())
        .isDeepEqualTo(new float[][] {null, {2.5f}, null});
    assertThat(((Modality.Dense) items.get("vec")).length()).isEqualTo(2);
    assertThat(context.notes)
        .containsExactly(
            folder.resolve("toy.item")
                + ": passed over ids that are not in the data: 1, for example 'x'",
            folder.resolve("toy.item")
                + ": entities that it does not describe: 1 of 3, for example 'k'");
  }

  @Test
  void readsThePartsOfAReadyMadeSplit() throws IOException {
    part("train", "user_id:token\titem_id:token\trating:float\nu\ti\t3\nv\tj\t2\nv\tk\t5\n");
    part("valid", "rating:float\titem_id:token\tuser_id:token\n4\tj\tu\n");
    part("test", "user_id:token\titem_id:token\trating:float\nu\tk\t1\nv\ti\t4\n");
    items("i\tA\t1999\t1\t1 2\nj\tA\t1999\t1\t1 2\nk\tB\t1999\t1\t1 2\n");

    LoadedData loaded = parts("train", "valid", "test").read(context);
    Dataset data = loaded.dataset();
    Split split = loaded.splits().get(0);

    assertThat(Rows.of(data, split.train())).containsExactly("u i 3.0", "v j 2.0", "v k 5.0");
    assertThat(Rows.of(data, split.validation().get(0).truth())).containsExactly("u j 4.0");
    assertThat(Rows.of(data, split.test().get(0).truth())).containsExactly("u k 1.0", "v i 4.0");
    assertThat(data.side().items().keySet()).contains("class");
    assertThat(parts("train", "valid", "test").ownSplits()).isEqualTo(OwnSplits.UNKNOWN);
  }

  @Test
  void ofTwoPartsTheSecondIsTheTest() throws IOException {
    part("train", "user_id:token\titem_id:token\nu\ti\nv\tj\n");
    part("test", "user_id:token\titem_id:token\nu\tj\n");

    RecBoleFiles reader = parts("train", "test");
    LoadedData loaded = reader.read(context);
    Split split = loaded.splits().get(0);

    assertThat(reader.ownSplits()).isEqualTo(OwnSplits.WITHOUT_VALIDATION);
    assertThat(split.validation()).isEmpty();
    assertThat(Rows.of(loaded.dataset(), split.test().get(0).truth())).containsExactly("u j 1.0");
  }

  @Test
  void aFolderHoldsTheFilesOfItsName() throws IOException {
    Path toy = Files.createDirectory(folder.resolve("toy"));
    Files.move(folder.resolve("toy.inter"), toy.resolve("toy.inter"));
    Files.writeString(toy.resolve("toy.user"), "user_id:token\tage:token\nu\t25\nv\t18\n");

    Dataset data = read(toy);

    assertThat(data.interactions().size()).isEqualTo(3);
    assertThat(data.side().users().keySet()).containsExactly("age");
  }

  @Test
  void namesThePartThatIsMissing() throws IOException {
    part("train", "user_id:token\titem_id:token\nu\ti\n");

    assertThatThrownBy(() -> parts("train", "test").read(context))
        .isInstanceOf(InputException.class)
        .hasMessage("the file " + folder.resolve("toy.test.inter") + " does not exist");
  }

  @Test
  void namesThePartsWhereNoneIsAskedFor() throws IOException {
    Path toy = Files.createDirectory(folder.resolve("ready"));
    for (String name : List.of("ready.valid.inter", "ready.train.inter", "other.test.inter")) {
      Files.writeString(toy.resolve(name), "user_id:token\titem_id:token\nu\ti\n");
    }

    assertThatThrownBy(() -> read(toy))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "the file "
                + toy.resolve("ready.inter")
                + " does not exist, but beside it are the parts train, valid of a ready-made split;"
                + " name them in benchmark_filename, in the order training, validation, test");
    assertThatThrownBy(() -> read(folder.resolve("none/none.inter")))
        .hasMessage("the file " + folder.resolve("none/none.inter") + " does not exist");
  }

  @Test
  void namesTheFilesOfAFolderWithAnotherName() throws IOException {
    Path set = Files.createDirectory(folder.resolve("data"));
    for (String name : List.of("ml-1m.inter", "ml-100k.inter", "ml-100k.item")) {
      Files.writeString(set.resolve(name), "user_id:token\titem_id:token\nu\ti\n");
    }

    assertThatThrownBy(() -> read(set))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "the folder "
                + set
                + " holds no data.inter, which would bear its name, but ml-100k.inter,"
                + " ml-1m.inter; set dataset_path to the file: "
                + set.resolve("ml-100k.inter"));
  }

  @Test
  void timesThatAreDatesAreToldWithTheKeyThatPassesOverThem() throws IOException {
    Path toy = Files.createDirectory(folder.resolve("dated"));
    Files.writeString(
        toy.resolve("dated.inter"),
        "user_id:token\titem_id:token\ttimestamp:float\nu\ti\t2020-01-04\n");

    assertThatThrownBy(() -> read(toy))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("dated.inter:2: the timestamp '2020-01-04' is a date")
        .hasMessageEndingWith(
            "; convert the column, or set time_field: none if times do not matter");
  }

  @Test
  void refusesOtherNumbersOfParts() {
    for (List<String> parts :
        List.of(List.of("train"), List.of("a", "b", "c", "d"), List.of("train", "test", "test"))) {
      assertThatThrownBy(() -> parts(parts.toArray(String[]::new)))
          .hasMessageContaining(
              "benchmark_filename is "
                  + parts
                  + "; expected three different parts, such as [train, valid, test], or two, such"
                  + " as [train, test]");
    }
  }

  static Stream<Arguments> malformedSideInformation() {
    return Stream.of(
        arguments(
            "i\tA\t1999\t1\n",
            ":2: expected 5 columns separated by tab as in the first line, found 4; correct the"
                + " line"),
        arguments(
            "i\tA\t1\t1\t1\ni\tB\t1\t1\t1\n",
            ":3: 'i' was described in line 2 already, in another way; keep one of the lines"),
        arguments(
            "i\tA\t1\tx\t1\n",
            ":2: 'price': the value 'x' is not a finite number; correct it, or list it under"
                + " 'missing' if it stands for no value"),
        arguments(
            "i\tA\t1\t1\t1 2\nj\tA\t1\t1\t1\n",
            ":3: 'vec' has 1 numbers separated by ' ', but 2 in line 2; give all vectors one length,"
                + " or clear the cells without a vector"));
  }

  @ParameterizedTest
  @MethodSource("malformedSideInformation")
  void refusesMalformedSideInformation(String rows, String message) throws IOException {
    items(rows);

    assertThatThrownBy(this::read)
        .isInstanceOf(InputException.class)
        .hasMessage(folder.resolve("toy.item") + message);
  }

  @Test
  void refusesWrongHeaders() throws IOException {
    Path inter = folder.resolve("toy.inter");
    Files.writeString(inter, "user_id:token\titem:token\nu\ti\n");
    assertThatThrownBy(this::read)
        .hasMessage(inter + ":1: no field 'item_id'; the header has user_id, item; set item_field");
    Files.writeString(inter, "user_id:token,item_id:token\nu,i\n");
    assertThatThrownBy(this::read)
        .hasMessage(
            inter
                + ":1: expected fields separated by tabs, found one: 'user_id:token,item_id:token';"
                + " the first line holds no tab but commas: separate the columns by tabs");
    Files.writeString(inter, "user_id\titem_id:token\nu\ti\n");
    assertThatThrownBy(this::read)
        .hasMessageStartingWith(inter + ":1: 'user_id' is not a field of an atomic file");
    Files.writeString(inter, "user_id:token\titem_id:tokens\nu\ti\n");
    assertThatThrownBy(this::read).hasMessageContaining("'item_id:tokens' is not a field");
  }

  @Test
  void readsMovieLens100K() {
    assumeTrue(Files.exists(ML100K), "no MovieLens-100K here");

    Dataset data = read(ML100K);

    assertThat(data.users().size()).isEqualTo(943);
    assertThat(data.items().size()).isEqualTo(1682);
    assertThat(data.interactions().size()).isEqualTo(100_000);
    assertThat(((Modality.Categorical) data.side().users().get("occupation")).labels()).hasSize(21);
    assertThat(data.side().items().keySet())
        .containsExactly("movie_title", "release_year", "class");
    DatasetStatistics statistics = DatasetStatistics.of(data);
    assertThat(statistics.perUser().min()).isEqualTo(20);
    assertThat(statistics.perUser().max()).isEqualTo(737);
    assertThat(statistics.times().first()).isEqualTo(874_724_710L);
  }

  private void items(String rows) throws IOException {
    Files.writeString(folder.resolve("toy.item"), HEADER + rows);
  }

  private void part(String name, String text) throws IOException {
    Files.writeString(folder.resolve("toy." + name + ".inter"), text);
  }

  private RecBoleFiles parts(String... parts) {
    return new RecBoleFiles(
        Params.of(
            RecBoleFiles.Params.class,
            Map.of(
                "dataset_path",
                folder.resolve("toy.inter").toString(),
                "benchmark_filename",
                List.of(parts))));
  }

  private Dataset read() {
    return read(folder.resolve("toy.inter"));
  }

  private Dataset read(Path inter) {
    return new RecBoleFiles(
            Params.of(RecBoleFiles.Params.class, Map.of("dataset_path", inter.toString())))
        .read(context)
        .dataset();
  }
}
