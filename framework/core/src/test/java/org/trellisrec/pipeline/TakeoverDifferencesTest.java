package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.spi.InputException;

/** Units that are not the same are trained, and it is said what differs. */
class TakeoverDifferencesTest extends TakeoverFixture {
  /** Random choices are named after the model. */
  @Test
  void aModelThatIsRenamedIsAnother() throws IOException {
    run("old", models(A, C));
    run("new", List.of("old"), models(A.replace("A:", "Z:"), C));
    assertThat(runs.trained()).containsExactly("Z");
    assertLikeAfresh("new", models(A.replace("A:", "Z:"), C));
  }

  @Test
  void whatDiffersOfOneModelIsSaidAndTheOthersAreTaken() throws IOException {
    run("old", models(A, B, C));
    String other = models(A.replace("3", "4"), B, C.replace("start: 9", "meta: {device: cpu}"));

    run("new", List.of("old"), other);

    assertThat(runs.trained()).containsExactly("A", "C");
    assertThat(runs.infos)
        .contains(
            taken("old", 2),
            notTaken("old", "A", "epochs differs (4 instead of 3)"),
            notTaken("old", "C", "meta.device is new, start differs (0 instead of 9)"));
    assertLikeAfresh("new", other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "evaluation.simple_metrics=[First, Other]   | evaluation.simple_metrics differs ([First, Other] instead of [First])",
        "evaluation.mask=none                       | evaluation.mask differs (none instead of train)",
        "top_k=3                                    | top_k differs (3 instead of 2)",
        "device=cpu                                 | device differs (cpu instead of auto)",
        "protocols.p.validation_splitting.item=3    | protocols.p-candidates-all.validation_splitting.item differs (3 instead of 1), protocols.p-candidates-truth.validation_splitting.item differs (3 instead of 1)",
      })
  void whatHoldsForAllUnitsMustBeTheSame(String other, String why) throws IOException {
    run("old", models(A, C));
    run("new", List.of("old"), models(A, C), "experiment." + other);
    assertThat(runs.trained()).containsExactly("A", "C");
    assertThat(runs.infos)
        .contains("note: " + taken("old", 0), "note: " + notTaken("old", "A, C", why));
  }

  @Test
  void otherDataAreTrainedOn() throws IOException {
    run("old", models(A));
    runs.writeRatings(9);
    run("new", List.of("old"), models(A));
    assertThat(runs.trained()).containsExactly("A");
    assertThat(runs.infos)
        .contains("note: " + taken("old", 0), "note: " + notTaken("old", "A", "other data"));
    assertLikeAfresh("new", models(A));
  }

  @Test
  void otherContentInTheSamePlaceIsTrainedOn() throws IOException {
    writeData("here", "ratings.tsv", GENRES);
    writeList("here/list.txt", "1");
    String[] here =
        dataOf("here", "ratings.tsv", "here/list.txt", "here/list.txt", "here/list.txt");
    run("old", here);

    writeList("here/list.txt", "12");
    assertNotTaken("files", "other files that are read, or other content of them", here);
    writeList("here/list.txt", "1");
    writeList("here/genres.tsv", GENRES.replace("b", "c"));
    assertNotTaken("side", "other data", here);
  }

  private void assertNotTaken(String out, String why, String... overrides) throws IOException {
    run(out, List.of("old"), overrides);
    assertThat(runs.trained()).containsExactly("A");
    assertThat(runs.infos)
        .contains("note: " + taken("old", 0), "note: " + notTaken("old", "A", why));
    assertLikeAfresh(out, overrides);
    assertThatThrownBy(() -> run("old", overrides))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds a run with another configuration or other data");
  }

  /** Two files of one name: it counts which of the three parameters names which. */
  @Test
  void filesThatChangePlacesAreOthers() throws IOException {
    writeData("here", "ratings.tsv", GENRES);
    writeList("here/list.txt", "1");
    writeList("there/list.txt", "12");
    run("old", dataOf("here", "ratings.tsv", "here/list.txt", "there/list.txt", "here/list.txt"));
    for (List<String> other :
        List.of(
            List.of("here/list.txt", "there/list.txt", "there/list.txt"),
            List.of("there/list.txt", "here/list.txt", "here/list.txt"))) {
      assertNotTaken(
          "new-" + other.indexOf("there/list.txt"),
          "other files that are read, or other content of them",
          dataOf("here", "ratings.tsv", other.get(0), other.get(1), other.get(2)));
    }
  }

  /** Labels of metrics may have the name of a file. */
  @Test
  void theNameOfAFileCountsUnlessItIsOneOfTheData() throws IOException {
    writeData("here", "ratings.tsv", GENRES);
    writeList("here/list.txt", "1");
    writeList("here/other.txt", "1");
    run("old", dataOf("here", "ratings.tsv", "here/list.txt", "here/list.txt", "here/list.txt"));
    assertNotTaken(
        "new",
        "evaluation.simple_metrics differs (...other.txt}] instead of ...list.txt}])",
        dataOf("here", "ratings.tsv", "here/list.txt", "here/list.txt", "here/other.txt"));
  }

  /** What is recorded of its trials, and of a saved model, has the path. */
  @Test
  void aPathThatIsAParameterOfAModelCounts() throws IOException {
    writeList("here/list.txt", "1");
    writeList("there/list.txt", "1");
    String reader = "R: {model: Reader, list: '" + folder + "/%s/list.txt'}";
    run("old", models(reader.formatted("here")));
    run("new", List.of("old"), models(reader.formatted("there")));
    assertThat(runs.infos)
        .contains(
            "note: "
                + notTaken(
                    "old", "R", "list differs (...there/list.txt instead of ...here/list.txt)"));
    assertLikeAfresh("new", models(reader.formatted("there")));
  }

  @Test
  void aFileThatAModelReadsBelongsToItsUnitsAlone() throws IOException {
    Path list = Files.writeString(folder.resolve("list.txt"), "1234");
    String reader = "R: {model: Reader, list: '%s'}".formatted(list);
    run("old", models(A, reader));
    Files.writeString(list, "12345");

    run("new", List.of("old"), models(A, reader));

    assertThat(runs.infos)
        .contains(
            taken("old", 2),
            notTaken("old", "R", "other files that are read, or other content of them"),
            "note: R: reads list.txt");
    assertLikeAfresh("new", models(A, reader));
    run("newer", List.of("old", "new"), models(A, reader));
    assertThat(runs.infos)
        .contains(taken("old", 2), taken("new", 2) + ", 2 more are there already");
  }

  @Test
  void aUnitThatFailedIsTrainedAgain() throws IOException {
    Path fault = Files.createFile(folder.resolve("fault"));
    String fragile = "F: {model: Fragile, fault: '%s'}".formatted(fault);
    assertThat(run("old", models(A, fragile)).failures()).hasSize(2);
    Files.delete(fault);

    assertThat(run("new", List.of("old"), models(A, fragile)).failures()).isEmpty();

    assertThat(runs.infos).contains(taken("old", 2), notTaken("old", "F", "it failed there"));
    assertLikeAfresh("new", models(A, fragile));
  }

  @Test
  void aRestoredModelIsRestoredAgain() {
    run("old", models(A));
    String restored =
        models("A: {model: Ticker, epochs: 3, meta: {restore: " + folder + "/old}}", C);
    run("first", restored);
    run("new", List.of("first"), restored);
    assertThat(runs.infos)
        .contains(taken("first", 2), notTaken("first", "A", "a restored model is restored again"));
  }

  /** A run of an earlier version may record its units in another way. */
  @Test
  void nothingIsTakenFromAnotherProgram() throws IOException {
    run("old", models(A));
    Path identity = folder.resolve("old/journal/identity.txt");
    List<String> lines = Files.readAllLines(identity);
    for (List<String> other : List.of(lines.subList(0, 2), Arrays.asList(lines.get(0), "x", "y"))) {
      Files.write(identity, other);
      Files.writeString(folder.resolve("old/journal/A_p-candidates-all_0_42.json"), "{}");
      String out = "new" + other.size();
      run(out, List.of("old"), models(A));
      assertThat(runs.trained()).containsExactly("A");
      assertThat(runs.infos)
          .containsOnlyOnce(
              "note: "
                  + folder.resolve("old")
                  + ": nothing can be taken over, since another version of TrellisRec or of its plugins made this run");
      assertThat(text(folder.resolve(out + "/notes.txt"))).doesNotContain("taken over");
    }
  }
}
