package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Every template is run, on small data in place of those it asks for, with every model it names;
 * and the README names every command and template.
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
    writeData();
    Path copy = Files.createDirectories(folder.resolve("config_templates"));
    copy = Files.copy(template, copy.resolve(template.getFileName()));
    List<Object> args = new ArrayList<>(List.of("run", copy, "--out", folder.resolve("out")));
    args.addAll(List.of("--set", "experiment.output=" + folder.resolve("results")));
    shortened(copy).forEach(key -> args.addAll(List.of("--set", "experiment." + key)));
    Shell run = Shell.run(args.toArray());
    assertThat(run.err()).doesNotContain("failed");
    assertThat(run.status()).isEqualTo(ExitStatus.GOOD);
    Set<String> models = models(copy).keySet();
    assertThat(run.out()).contains(models).contains("Results: ");
  }

  static List<Path> published() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs/results"))) {
      return files
          .filter(file -> file.toString().endsWith(".yml") && !file.endsWith("resolved.yml"))
          .sorted()
          .toList();
    }
  }

  /** But for the data, which are not part of the project. */
  @ParameterizedTest
  @MethodSource("published")
  void whatResultsWereMadeWithIsValid(Path configuration) {
    Shell validated = Shell.run("validate", configuration);
    assertThat(validated.err().lines())
        .allMatch(line -> line.matches(".* names '.*', but there is no .*"));
  }

  /** What makes a template small: fewer data, one seed, one trial and one epoch. */
  private static List<String> shortened(Path template) throws IOException {
    List<String> keys = new ArrayList<>();
    if (experiment(template).get("data_config").toString().contains("strategy=generated")) {
      keys.addAll(
          List.of(
              "data_config.users=150", "data_config.items=60", "data_config.interactions=3000"));
    }
    if (experiment(template).containsKey("seeds")) {
      keys.add("seeds=[1]");
    }
    models(template)
        .forEach(
            (name, params) -> {
              String model = "models.\"" + name + "\".";
              keys.add(model + "meta.hyper_max_evals=1");
              if (params != null && params.containsKey("epochs")) {
                keys.add(model + "epochs=1");
              }
            });
    return keys;
  }

  private static Map<String, Map<String, Object>> models(Path template) throws IOException {
    return section(experiment(template).get("models"));
  }

  private static Map<String, Object> experiment(Path template) throws IOException {
    Map<String, Map<String, Object>> file = section(new Yaml().load(Files.readString(template)));
    return file.get("experiment");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> section(Object map) {
    return (Map<String, Map<String, Object>>) map;
  }

  /** The folders of data beside the templates, with 40 users and 30 items. */
  private void writeData() throws IOException {
    StringBuilder all = new StringBuilder();
    StringBuilder[] parts = {new StringBuilder(), new StringBuilder(), new StringBuilder()};
    StringBuilder users = new StringBuilder();
    StringBuilder movies = new StringBuilder();
    StringBuilder descriptions = new StringBuilder();
    for (int user = 0; user < 40; user++) {
      users.append("u%d::%s::%d::%d::0\n".formatted(user, "MF".charAt(user % 2), user, user % 7));
      for (int place = 0; place < 15; place++) {
        int item = (user * 7 + place * (1 + user % 2)) % 30;
        String pair = "u%d\ti%d".formatted(user, item);
        all.append(pair).append('\n');
        parts[place < 11 ? 0 : place < 13 ? 1 : 2].append(
            pair + "\t%d.0\n".formatted(1 + place % 5));
      }
    }
    String[] genres = {"Drama", "Comedy|Romance", "Horror"};
    for (int item = 0; item < 30; item++) {
      String genre = genres[item % 3];
      movies.append("i%d::Film %d (%d)::%s\n".formatted(item, item, 1990 + item % 9, genre));
      descriptions.append("i%d\tA film of %s and number %d\n".formatted(item, genre, item % 5));
    }
    write("movielens-1m/interactions.tsv", all);
    write("movielens-1m/users.dat", users);
    write("movielens-1m/movies.dat", movies);
    write("movielens-1m/descriptions.tsv", descriptions);
    write("amazon-baby/train.tsv", parts[0]);
    write("amazon-baby/val.tsv", parts[1]);
    write("amazon-baby/test.tsv", parts[2]);
  }

  private void write(String file, CharSequence text) throws IOException {
    Path path = folder.resolve("data").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void theReadmeNamesEveryCommandAndTemplate() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    for (Object command : Commands.all()) {
      String name = command.getClass().getAnnotation(picocli.CommandLine.Command.class).name();
      assertThat(readme).contains("`" + name);
    }
    for (Path template : templates()) {
      assertThat(readme).contains(template.getFileName().toString());
    }
    assertThat(readme)
        .contains("./trellisrec run config_templates/quickstart.yml")
        .contains("mvn -B verify");
    assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("mvn -B verify");
  }
}
