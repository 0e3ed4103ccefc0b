package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.config.ExperimentLoader;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Split;
import org.trellisrec.pipeline.Experiment;
import org.trellisrec.pipeline.RunListener;
import org.trellisrec.pipeline.RunOptions;
import org.trellisrec.pipeline.SplitData;
import org.yaml.snakeyaml.Yaml;

/** The files and configurations of docs/howto-data.md. */
class HowtoDataTest {
  private static final Path PAGE = Path.of("../../docs/howto-data.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final List<String> FILES =
      List.of("ratings.csv", "items.csv", "orders.csv", "ratings.dat", "train.txt", "test.txt");

  @TempDir private Path folder;
  private final List<String> yaml = new ArrayList<>();

  @BeforeEach
  void writeFiles() throws IOException {
    String page = Files.readString(PAGE);
    List<String> texts = new ArrayList<>();
    for (MatchResult block : BLOCK.matcher(page).results().toList()) {
      (block.group(1).equals("yaml") ? yaml : texts).add(block.group(2));
    }
    assertThat(texts).hasSameSizeAs(FILES);
    for (int i = 0; i < FILES.size(); i++) {
      assertThat(page).contains("`" + FILES.get(i) + "`");
      Files.writeString(folder.resolve(FILES.get(i)), texts.get(i));
    }
    Files.writeString(folder.resolve("shop.yml"), yaml.get(0));
    assertThat(page).contains("`shop.yml`");
  }

  @Test
  void theExampleRuns() throws IOException {
    Path file = folder.resolve("shop.yml");
    assertThat(Shell.run("validate", file).status()).isEqualTo(ExitStatus.GOOD);

    Path out = folder.resolve("results");
    Shell run = Shell.run("run", file, "--out", out);

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.GOOD);
    assertThat(run.out()).contains("item_cold", "warm", "SiBraR");
    assertThat(Files.readString(out.resolve("statistics.csv"))).contains("items_with_price,8");
    List<String> lists = Files.readAllLines(cold(out, "SiBraR"));
    assertThat(lists).as("cold items are ranked by group and price").isNotEmpty();
    assertThat(cold(out, "ItemKNN")).as("without a score").isEmptyFile();
  }

  private static Path cold(Path out, String model) {
    return out.resolve("recommendations/%s_item_cold_0_42/item_cold.tsv".formatted(model));
  }

  @Test
  void theFilesAreReadAsThePageSays() throws IOException {
    SplitData shop = split(Map.of());
    Modality.Dense price = (Modality.Dense) shop.dataset().side().items().get("price");
    assertThat(price.vectors()[shop.dataset().items().indexOf("pie")]).containsExactly(5.5f);
    assertThat(shop.dataset().users().size()).isEqualTo(8);
    assertThat(shop.dataset().items().size()).isEqualTo(8);
    assertThat(shop.dataset().interactions().hasTimestamps()).isTrue();

    Interactions orders = split(fragment(1)).dataset().interactions();
    assertThat(orders.size()).isEqualTo(4);
    assertThat(orders.rating(0)).as("amounts are not read").isEqualTo(1);
    assertThat(orders.hasTimestamps()).isFalse();

    SplitData dat = split(fragment(2));
    assertThat(dat.dataset().users().indexOf("ann")).isZero();
    assertThat(dat.dataset().interactions().timestamp(0)).isBetween(1600000000L, 1600003600L);

    List<Split> adjacency = split(fragment(3)).splits();
    assertThat(adjacency).singleElement().extracting(s -> s.train().size()).isEqualTo(3);

    writeParts();
    List<Split> parts = split(fragment(4)).splits();
    assertThat(parts).singleElement().extracting(s -> s.train().size()).isEqualTo(3);
    assertThat(parts.get(0).validation()).hasSize(1);
  }

  private void writeParts() throws IOException {
    String header = "user_id:token\titem_id:token\n";
    Map<String, String> rows =
        Map.of(
            "train",
            "ann\ttea\nann\tbread\nbob\ttea\n",
            "valid",
            "bob\tbread\n",
            "test",
            "ann\tpie\n");
    Path shop = Files.createDirectory(folder.resolve("shop"));
    for (Map.Entry<String, String> part : rows.entrySet()) {
      Files.writeString(
          shop.resolve("shop.%s.inter".formatted(part.getKey())), header + part.getValue());
    }
  }

  @Test
  void savedSplitsAreReadAgain() throws IOException {
    List<Split> made = split(Map.of()).splits();
    Path saved = folder.resolve("splits");
    Shell split = Shell.run("split", folder.resolve("shop.yml"), "--out", saved);
    assertThat(split.status()).as(split.err()).isEqualTo(ExitStatus.GOOD);
    assertSame(split(fragment(6)).splits(), made);

    Map<String, Object> keeping = new LinkedHashMap<>(fragment(5));
    keeping.put("models", Map.of("Random", Map.of()));
    Shell run = Shell.run("run", write(keeping, true), "--out", folder.resolve("results"));
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.GOOD);
    assertSame(split(fragment(6)).splits(), made);
  }

  private static void assertSame(List<Split> read, List<Split> made) {
    assertThat(read).extracting(Split::protocol).containsExactly("warm", "item_cold");
    for (int i = 0; i < made.size(); i++) {
      assertThat(read.get(i).train().size()).isEqualTo(made.get(i).train().size());
      assertThat(read.get(i).test().get(0).candidates())
          .usingRecursiveComparison()
          .isEqualTo(made.get(i).test().get(0).candidates());
    }
  }

  /** A block of the page that replaces parts of the example. */
  private Map<String, Object> fragment(int block) {
    return new Yaml().load(yaml.get(block));
  }

  private SplitData split(Map<String, Object> parts) throws IOException {
    boolean readsTheExample = parts.isEmpty() || parts.toString().contains("saved_splits");
    return Experiment.split(
        ExperimentLoader.load(write(parts, readsTheExample), List.of(), PluginCatalog.load()),
        PluginCatalog.load(),
        new RunOptions(Optional.empty(), 2, Map.of()),
        RunListener.SILENT);
  }

  /** Few rows are not enough for cold items. */
  private Path write(Map<String, Object> parts, boolean asItIs) throws IOException {
    Map<String, Map<String, Object>> whole = new Yaml().load(yaml.get(0));
    Map<String, Object> experiment = new LinkedHashMap<>(whole.get("experiment"));
    experiment.putAll(parts);
    if (!asItIs) {
      experiment.remove("protocols");
      experiment.put(
          "splitting",
          Map.of("test_splitting", Map.of("strategy", "random_subsampling", "test_ratio", 0.5)));
    }
    return Files.writeString(
        folder.resolve("part.yml"), new Yaml().dump(Map.of("experiment", experiment)));
  }
}
