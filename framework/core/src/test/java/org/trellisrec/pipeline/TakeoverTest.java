package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Units of one run are taken over by another one, which is then as if it had trained them. */
class TakeoverTest extends TakeoverFixture {
  @Test
  void ofAModelThatWasAddedAloneEveryUnitIsTrained() throws IOException {
    run("old", models(A, B, NOTED));
    assertThat(runs.trained()).containsExactly("A", "B", "B");
    Map<String, String> before = files(folder.resolve("old"));
    String[] more = {models(A, C, B, NOTED), "experiment.significance={tests: [paired_t]}"};

    run("new", List.of("old"), more);

    assertThat(runs.trained()).containsExactly("C");
    assertThat(runs.infos)
        .contains(
            taken("old", 6),
            "A on p-candidates-all, fold 0: taken over from " + folder.resolve("old"))
        .noneMatch(line -> line.contains("not taken over"));
    assertThat(text(folder.resolve("new/notes.txt"))).contains("N learns in one step");
    assertThat(folder.resolve("new/weights/A_p-candidates-all_0_42/state/weight.txt")).exists();
    assertLikeAfresh("new", more);
    assertThat(files(folder.resolve("old"))).isEqualTo(before);
  }

  @Test
  void neitherOrderNorModelsThatAreGoneMatter() throws IOException {
    run("old", models(A, B, NOTED));

    run("new", List.of("old"), models(NOTED, A));

    assertThat(runs.trained()).isEmpty();
    assertThat(runs.infos)
        .contains(taken("old", 4))
        .noneMatch(line -> line.contains("not taken over"));
    assertLikeAfresh("new", models(NOTED, A));
  }

  @Test
  void whatChangesNoValueMayDiffer() {
    run("old", models(A, B));
    run(
        "new",
        List.of("old"),
        models(A, B),
        "experiment.threads=2",
        "experiment.resume=false",
        "experiment.output=elsewhere",
        "experiment.splitting={save_on_disk: true, save_folder: " + folder + "/splits}");
    assertThat(runs.trained()).isEmpty();
    assertThat(runs.infos).contains(taken("old", 4));
  }

  @Test
  void whereDataAndFilesLieDoesNotMatter() throws IOException {
    writeData("here", "ratings.tsv", GENRES);
    writeData("there", "likes.txt", GENRES);
    for (String place : List.of("here", "there")) {
      writeList(place + "/list.txt", "1");
      writeList(place + "/more/list.txt", "12");
    }
    String[] here =
        dataOf("here", "ratings.tsv", "here/list.txt", "here/more/list.txt", "here/list.txt");
    String[] there =
        dataOf("there", "likes.txt", "there/list.txt", "here/more/list.txt", "there/list.txt");
    run("old", here);

    run("new", List.of("old"), there);

    assertThat(runs.trained()).isEmpty();
    assertThat(runs.infos)
        .contains(taken("old", 2))
        .noneMatch(line -> line.contains("not taken over"));
    assertLikeAfresh("new", there);
  }

  @Test
  void seedsAreOfUnitsButASearchDrawsByTheFirst() throws IOException {
    String drawn =
        "D: {model: Ticker, epochs: [uniform, 2, 90], meta: {hyper_max_evals: 2, hyper_opt_alg: rand}}";
    run("old", models(A, drawn), "experiment.random_seed=42");
    String[] three = {models(A, drawn), "experiment.seeds=[42, 7]"};
    run("new", List.of("old"), three);
    assertThat(runs.trained()).containsExactly("A", "D", "D");
    assertThat(runs.infos).contains(taken("old", 4));
    assertLikeAfresh("new", three);

    run("newer", List.of("new"), models(A, drawn), "experiment.seeds=[7, 42]");
    assertThat(runs.trained()).containsExactly("D", "D", "D", "D");
    assertThat(runs.infos)
        .contains(taken("new", 4), notTaken("new", "D", "other points of its search"));
  }

  /** Its last trials follow from the scores of the first ten. */
  @Test
  void aSearchThatLearnsIsTakenOverWhole() throws IOException {
    String learned =
        "D: {model: Ticker, epochs: [uniform, 2, 90], meta: {hyper_max_evals: 12, hyper_opt_alg: tpe}}";
    run("old", models(learned));
    run("new", List.of("old"), models(A, learned));
    assertThat(runs.trained()).containsOnly("A");
    assertLikeAfresh("new", models(A, learned));
  }

  @Test
  void aRunThatWasInterruptedGivesWhatItHasFinished() throws IOException {
    runs.kill("B, trial 1: epoch 1,", () -> run("old", models(A, B)));
    Map<String, String> before = files(folder.resolve("old"));

    run("new", List.of("old"), models(A, B, C));

    assertThat(runs.trained()).containsExactly("B", "B", "C");
    assertThat(files(folder.resolve("old"))).isEqualTo(before);
    assertLikeAfresh("new", models(A, B, C));
    run("old", models(A, B));
    assertThat(runs.trained()).containsExactly("B");
    assertLikeAfresh("old", models(A, B));
  }

  /** The run that takes over may be interrupted as well, and then stands on its own. */
  @Test
  void whatWasTakenOverStaysSo() throws IOException {
    run("old", models(A, B));
    runs.kill("C: epoch 1,", () -> run("new", List.of("old"), models(A, B, C)));

    run("new", List.of("old"), models(A, B, C));
    assertThat(runs.trained()).containsExactly("C");
    assertThat(runs.infos).contains(taken("old", 0) + ", 4 more are there already");
    run("new", models(A, B, C));
    assertThat(runs.trained()).isEmpty();
    assertThat(takenOver("new")).isEqualTo(Map.of(folder.resolve("old").toString(), 4));
    assertLikeAfresh("new", models(A, B, C));

    run("newer", List.of("new"), models(A, C));
    assertThat(takenOver("newer"))
        .isEqualTo(
            Map.of(folder.resolve("old").toString(), 2, folder.resolve("new").toString(), 2));
    assertThat(new ObjectMapper().readTree(folder.resolve("old/provenance.json").toFile()))
        .noneMatch(node -> node.has("taken_over"));
  }

  private Map<String, Integer> takenOver(String out) throws IOException {
    JsonNode provenance =
        new ObjectMapper().readTree(folder.resolve(out).resolve("provenance.json").toFile());
    Map<String, Integer> units = new TreeMap<>();
    provenance
        .get("taken_over")
        .properties()
        .forEach(run -> units.put(run.getKey(), run.getValue().size()));
    return units;
  }

  @Test
  void whatLinksStandForIsCopied() throws IOException {
    run("old", models(A));
    for (String name : List.of("weights", "recommendations", "per_user")) {
      Path link = folder.resolve("old").resolve(name).resolve("A_p-candidates-all_0_42");
      Files.createSymbolicLink(link, Files.move(link, folder.resolve(name + "-elsewhere")));
    }
    Path state = folder.resolve("old/weights/A_p-candidates-truth_0_42/state/weight.txt");
    Files.createSymbolicLink(state, Files.move(state, folder.resolve("weight-elsewhere")));

    run("new", List.of("old"), models(A, C));

    assertThat(runs.infos).contains(taken("old", 2));
    try (Stream<Path> all = Files.walk(folder.resolve("new"))) {
      assertThat(all).noneMatch(Files::isSymbolicLink);
    }
    assertLikeAfresh("new", models(A, C));
  }

  @Test
  void whatARunKeepsBesideIsThereOrTrainedFor() throws IOException {
    String[] curves = {models(A, C), "experiment.tensorboard=true"};
    run("old", models(A, C));
    run("new", List.of("old"), curves);
    assertThat(runs.trained()).containsExactly("A", "C");
    assertThat(runs.infos)
        .contains(
            "note: " + notTaken("old", "A, C", "no learning curves for TensorBoard are there"));
    run("newer", List.of("new"), curves);
    assertThat(runs.trained()).isEmpty();
    assertLikeAfresh("newer", curves);
    run("without", List.of("new"), models(A, C));
    assertThat(runs.trained()).isEmpty();
    assertLikeAfresh("without", models(A, C));
  }

  /** The second process puts the times down to the unit that it measures. */
  @Test
  void curvesOfATrainingThatWasInterruptedAreThere() throws IOException {
    String[] curves = {models(A), "experiment.tensorboard=true"};
    runs.kill("A on p-candidates-all, fold 0: trained already", () -> run("old", curves));
    run("old", curves);

    run("new", List.of("old"), curves);

    assertThat(runs.infos)
        .contains(taken("old", 2))
        .noneMatch(line -> line.contains("not taken over"));
    assertThat(runs.trained()).isEmpty();
    assertThat(folder.resolve("new/tensorboard/A_p-candidates-truth_0_42")).isDirectory();
  }

  @Test
  void vectorsForAnAnalysisComeFromTheRunOrItsWeights() throws IOException {
    String[] analysed = {models(A, C), "experiment.analyses=[vectors]"};
    run("old", models(A, C));
    run("new", List.of("old"), analysed);
    assertThat(runs.trained()).containsExactly("C");
    assertThat(runs.infos)
        .contains(
            taken("old", 2),
            notTaken("old", "C", "the vectors that an analysis reads were not kept there"));
    run("newer", List.of("new"), analysed);
    assertThat(runs.trained()).isEmpty();
    assertLikeAfresh("new", analysed);
    assertLikeAfresh("newer", analysed);
  }

  @Test
  void withoutAFolderOfItsOwnTheRunThatIsReusedStaysAsItIs() throws IOException {
    runs.kill("C: epoch 1,", () -> run(Optional.empty(), List.of(), models(A, C)));
    Path old = onlyRun();
    Map<String, String> before = files(old);

    Path own = run(Optional.empty(), List.of(old.toString()), models(A, C)).folder();

    assertThat(own).isNotEqualTo(old);
    assertThat(runs.trained()).containsExactly("C");
    assertThat(runs.infos).noneMatch(line -> line.contains("another process"));
    assertThat(files(old)).isEqualTo(before);
    Path goingOn = run(Optional.empty(), List.of(), models(A, C)).folder();
    assertThat(goingOn).isEqualTo(old);
  }

  private Path onlyRun() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("results/tiny"))) {
      List<Path> found = runs.filter(run -> !run.getFileName().toString().startsWith(".")).toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }
}
