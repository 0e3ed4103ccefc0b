package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.ExperimentLoader;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.ResolvedYaml;
import org.yaml.snakeyaml.Yaml;

/** Every example of docs/configuration.md loads, alone or in place of parts of the first one. */
class ConfigurationDocTest {
  private static final Path PAGE = Path.of("../../docs/configuration.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

  @TempDir private Path folder;

  @Test
  void everyExampleLoadsAndItsResolvedFormToo() throws IOException {
    List<Map<String, Object>> examples = examples();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
    PluginCatalog catalog = PluginCatalog.load();
    Files.writeString(folder.resolve("users.tsv"), "u000\tF\t40\n");
    for (Map<String, Object> example : examples) {
      Path file = folder.resolve("example.yml");
      Files.writeString(file, new Yaml().dump(Map.of("experiment", example)));
      ExperimentConfig config = ExperimentLoader.load(file, List.of(), catalog);
      assertThat(config.notes()).isEmpty();
      Path resolved = folder.resolve("resolved.yml");
      Files.writeString(resolved, ResolvedYaml.write(config));
      ExperimentConfig again = ExperimentLoader.load(resolved, List.of(), catalog);
      assertThat(again)
          .usingRecursiveComparison()
          .ignoringFields("file", "models.at", "side.users.at", "side.items.at")
          .isEqualTo(config);
    }
  }

  /** Also those that a model decides on when it sees its other parameters. */
  @Test
  void theResolvedFormHasEveryDefault() throws IOException {
    Map<String, Object> example = new LinkedHashMap<>(examples().get(0));
    Map<String, Object> models = new LinkedHashMap<>();
    List.of("CoBraR", "SiBraR", "CLCRec", "DropoutNet", "MultVAE")
        .forEach(name -> models.put(name, Map.of()));
    example.put("models", models);
    Path file = folder.resolve("example.yml");
    Files.writeString(file, new Yaml().dump(Map.of("experiment", example)));
    String resolved =
        ResolvedYaml.write(ExperimentLoader.load(file, List.of(), PluginCatalog.load()));
    Map<String, Map<String, Map<String, Map<String, Object>>>> yaml = new Yaml().load(resolved);
    Map<String, Map<String, Object>> written = yaml.get("experiment").get("models");
    assertThat(written.get("CoBraR"))
        .containsEntry("negatives", 5)
        .containsEntry("mu", 1e-6)
        .containsEntry("loss_reduction", "sum")
        .doesNotContainKeys("temperature", "similarity_units");
    assertThat(written.get("SiBraR"))
        .containsEntry("contrast_weight", 0.01)
        .containsEntry("contrast_scope", "list")
        .containsEntry("temperature", 1.0);
    assertThat(written.get("CLCRec")).containsEntry("lambda", 0.5).containsEntry("negatives", 128);
    assertThat(written.get("DropoutNet"))
        .containsEntry("transform", 0.2)
        .containsEntry("factor_sweeps", 10);
    assertThat(written.get("MultVAE"))
        .containsEntry("dropout", 0.5)
        .doesNotContainKey("dropout_pkeep");
  }

  private static List<Map<String, Object>> examples() throws IOException {
    List<Map<String, Object>> examples = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
    while (blocks.find()) {
      Map<String, Object> block = new Yaml().load(blocks.group(1));
      if (examples.isEmpty()) {
        Map<String, Map<String, Object>> whole = new Yaml().load(blocks.group(1));
        examples.add(whole.get("experiment"));
      } else {
        Map<String, Object> example = new LinkedHashMap<>(examples.get(0));
        example.putAll(block);
        examples.add(example);
      }
    }
    return examples;
  }
}
