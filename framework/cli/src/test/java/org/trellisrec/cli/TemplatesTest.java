package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every template is run, on small data in place of those it asks for; so are the README's claims
 * about commands.
 */
class TemplatesTest {
  private static final Path ROOT = Path.of("../..");

  @TempDir Path folder;

  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("config_templates"))) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateRuns(Path template) throws IOException {
    List<Object> args = new ArrayList<>(List.of("run", template, "--out", folder.resolve("out")));
    if (Files.readString(template).contains("strategy: generated")) {
      set(args, "users=150", "items=60", "interactions=3000");
    } else {
      data();
      set(args, "root=" + folder);
    }
    Shell run = Shell.run(args.toArray());
    assertThat(run.err()).doesNotContain("failed");
    assertThat(run.status()).isEqualTo(ExitStatus.GOOD);
    assertThat(run.out()).contains("EASE_R", "Results: ");
  }

  private static void set(List<Object> args, String... keys) {
    for (String key : keys) {
      args.add("--set");
      args.add("experiment.data_config." + key);
    }
  }

  /** The files that the templates of real data sets read, with 40 users and 30 items. */
  private void data() throws IOException {
    StringBuilder all = new StringBuilder();
    StringBuilder[] parts = {new StringBuilder(), new StringBuilder(), new StringBuilder()};
    for (int user = 0; user < 40; user++) {
      for (int place = 0; place < 15; place++) {
        String row =
            "u%d\ti%d\t%d.0\n"
                .formatted(user, (user * 7 + place * (1 + user % 2)) % 30, 1 + place % 5);
        all.append(row);
        parts[place < 11 ? 0 : place < 13 ? 1 : 2].append(row);
      }
    }
    Files.writeString(
        folder.resolve("interactions.tsv"), all.toString().replaceAll("(?m)\t[0-9.]+$", ""));
    Files.writeString(folder.resolve("train.tsv"), parts[0]);
    Files.writeString(folder.resolve("val.tsv"), parts[1]);
    Files.writeString(folder.resolve("test.tsv"), parts[2]);
  }

  @Test
  void theReadmeNamesEveryCommandAndTemplate() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    for (Object command : Commands.all()) {
      String name = command.getClass().getAnnotation(picocli.CommandLine.Command.class).name();
      assertThat(readme).contains("`" + name);
    }
    assertThat(readme)
        .contains("./trellisrec run config_templates/quickstart.yml")
        .contains("mvn -B verify");
    assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("mvn -B verify");
  }
}
