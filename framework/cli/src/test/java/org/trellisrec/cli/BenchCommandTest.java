package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every benchmark on tiny data, in this JVM. What the figures are is not looked at. */
class BenchCommandTest {
  @TempDir Path folder;
  private Path data;
  private Path out;

  /** Two benchmarks at once on one machine are nothing to refuse here: nobody reads the figures. */
  @BeforeEach
  void ignoreOthers() throws IOException {
    System.setProperty("jmh.ignoreLock", "true");
    data = Files.createDirectories(folder.resolve("split"));
    out = folder.resolve("out");
    for (String part : List.of("train", "val", "test")) {
      Files.write(data.resolve(part + ".tsv"), rows(part));
    }
  }

  /** Users 0 to 39 of 30 items; every third item of a user is validated or tested. */
  private static List<String> rows(String part) {
    List<String> rows = new ArrayList<>();
    for (int user = 0; user < 40; user++) {
      for (int item = user % 2; item < 30; item += 2) {
        String place = item % 10 > 7 ? "test" : item % 10 > 5 ? "val" : "train";
        if (place.equals(part)) {
          rows.add(user + "\t" + item + "\t" + (1 + (user + item) % 5));
        }
      }
    }
    return rows;
  }

  private Shell bench(Object... more) {
    Object[] few = {"bench", "--forks", "0", "--out", out};
    return Shell.run(Stream.concat(Stream.of(few), Stream.of(more)).toArray());
  }

  @Test
  void everyBenchmarkLeavesItsFigures() throws IOException {
    Shell run =
        bench(
            "--iterations",
            "2",
            "--rows",
            "4000",
            "--users",
            "300",
            "--ml1m",
            data,
            "--baby",
            data);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.GOOD);
    assertThat(run.out())
        .containsPattern("itemknn +fit \\+ recommend \\+ evaluate CPU s +[0-9.]+ +[0-9.]+ +<= 1.50")
        .containsPattern("itemknn_all +fit CPU s")
        .containsPattern("ease_r +fit CPU s +[0-9.]+ +[0-9.]+ +<= 1.50")
        .containsPattern("userknn +evaluate CPU s +[0-9.]+ +[0-9.]+")
        .containsPattern("process +peak resident MB +[0-9.]+ +[0-9.]+ +<= 600")
        .containsPattern("load +bytes per interaction +[0-9.]+ +[0-9.]+ +<= 12")
        .containsPattern("load +bytes per interaction with split and transpose +[0-9.]+ +[0-9.]+")
        .containsPattern("quoted +million rows per wall s +[0-9.]+")
        .containsPattern("saved +million rows per wall s +[0-9.]+")
        .containsPattern("baby +load CPU s")
        .containsPattern("evaluate +evaluate CPU s +[0-9.]+ +[0-9.]+ +<= 0.30")
        .containsPattern("lightgcn +epoch CPU s +[0-9.]+ +[0-9.]+ +<= 16")
        .containsPattern("multvae_baby +epoch CPU s +[0-9.]+ +[0-9.]+ +<= 4")
        .containsPattern("bprmf_sgd +epoch CPU s +[0-9.]+ +[0-9.]+ +<= 0.15")
        .containsPattern("memory +peak additional heap MB +[0-9.]+ +[0-9.]+ +<= 512");
    assertThat(run.out()).contains(Files.readString(out.resolve("bench.txt")));
    JsonNode json = new ObjectMapper().readTree(out.resolve("bench.json").toFile());
    assertThat(json)
        .hasSize(20)
        .allSatisfy(b -> assertThat(b.get("mode").asText()).isEqualTo("ss"));
    JsonNode cpu = json.get(4).get("secondaryMetrics").get("evaluate CPU s").get("rawData");
    assertThat(cpu.get(0)).as("one value for each run").hasSize(2);
  }

  @Test
  void longBenchmarksAreRunWhenNamed() throws IOException {
    Shell run = bench("cobrar_baby", "--baby", data, "--iterations", "1");
    assertThat(run.out())
        .containsPattern("cobrar_baby +epoch wall s +[0-9.]+ +<= 10")
        .containsPattern("cobrar_baby +recommend CPU s +[0-9.]+ +<= 1.50");
  }

  @Test
  void nothingButTheResultsRemains() throws IOException {
    bench("baby", "--baby", data, "--iterations", "1");
    try (Stream<Path> left = Files.list(out)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("bench.txt", "bench.json", "jmh.log");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "itemnn | there is no benchmark 'itemnn'; did you mean 'itemknn'?",
        "baby | 'baby' needs --baby DIR",
        "multvae_baby | 'multvae_baby' needs --baby DIR",
        "--rows=3 | expected at least 4000",
        "--users=9 | expected at least 4000, 100,",
        "--ml1m=nowhere | nowhere: expected a folder with train.tsv, val.tsv and test.tsv"
      })
  void wrongInputIsNamed(String argument, String message) {
    Shell run = bench(argument);
    assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(run.err()).contains(message).doesNotContain("\tat ");
  }
}
