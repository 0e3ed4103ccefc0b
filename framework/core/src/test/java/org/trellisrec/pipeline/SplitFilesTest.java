package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.config.Params;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Split;
import org.trellisrec.data.Unseen;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.io.Format;
import org.trellisrec.io.HierarchyFiles;
import org.trellisrec.report.Folders;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;

class SplitFilesTest {
  private static final Vocabulary USERS = Vocabulary.of(List.of("ann", "bob é", "cy", "dee"));
  private static final Vocabulary ITEMS = Vocabulary.of(List.of("1", "2", "30", "never"));
  private static final Dataset DATA =
      new Dataset(
          "toy",
          USERS,
          ITEMS,
          Interactions.of(
              4,
              4,
              new int[] {0, 0, 0, 1, 1, 2, 2},
              new int[] {0, 1, 2, 0, 2, 1, 2},
              new float[] {5, 0.1f, 3.5f, 1, 2, 3, 4},
              new long[] {11, -12, 13_000_000_000L, 14, 15, 16, 17}));

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void nameFolder() {
    folder = parent.resolve("splits");
  }

  private static Interactions rows(int... positions) {
    return DATA.interactions().filter(p -> List.of(boxed(positions)).contains(p));
  }

  private static Integer[] boxed(int[] positions) {
    return Arrays.stream(positions).boxed().toArray(Integer[]::new);
  }

  private static List<Split> splits() {
    Interactions testTruth = rows(1, 6);
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < 2; fold++) {
      Interactions train = rows(0, 3 + fold, 5);
      EvalTask validation =
          new EvalTask(
              "validation_warm",
              new int[] {1},
              train,
              rows(4 - fold),
              new Candidates.Shared(ItemSet.all(4)));
      EvalTask test =
          new EvalTask(
                  "user_cold",
                  new int[] {0, 2},
                  train.plus(rows(2)),
                  testTruth,
                  new Candidates.Shared(ItemSet.where(4, item -> item > 0)))
              .promising(Unseen.USERS);
      splits.add(new Split("cold-1", "0." + fold, train, List.of(validation), List.of(test)));
    }
    EvalTask sampled =
        new EvalTask(
            "warm", new int[] {2}, rows(5), rows(6), new Candidates.PerUser(rows(6).binary()));
    splits.add(new Split("warm", "3", rows(5), List.of(), List.of(sampled, sampled.named("b"))));
    return splits;
  }

  @Test
  void loadsWhatWasSaved() {
    SplitFiles.save(folder, DATA, splits());
    assertThat(describe(SplitFiles.load(folder, DATA))).isEqualTo(describe(splits()));
    LoadedData alone = SplitFiles.load(folder, (String) null);
    assertThat(describe(alone.splits())).isEqualTo(describe(splits()));
    assertThat(alone.dataset().name()).isEqualTo("toy");
    assertThat(describe(alone.dataset().interactions())).isEqualTo(describe(DATA.interactions()));
    assertThat(alone.dataset().users().id(3)).as("a user without interactions").isEqualTo("dee");
  }

  @Test
  void areReadAsADataStrategy() {
    SplitFiles.save(folder, DATA, splits());
    PluginCatalog catalog = PluginCatalog.of(new PipelineModule());
    Plugin<DatasetReader> plugin = catalog.get(DatasetReader.class, "saved_splits");
    DatasetReader reader =
        catalog.create(
            plugin, Params.of(plugin.params(), Map.of("root", parent, "root_folder", "splits")));
    LoadedData loaded = reader.read(new NamedContext("again"));
    assertThat(loaded.dataset().name()).isEqualTo("again");
    assertThat(describe(loaded.splits())).isEqualTo(describe(splits()));
  }

  private record NamedContext(String datasetName) implements ReadContext {
    @Override
    public int threads() {
      return 1;
    }

    @Override
    public Progress progress(String what, long total) {
      return Progress.SILENT;
    }

    @Override
    public Path cache() {
      throw new AssertionError("nothing is expensive to read");
    }

    @Override
    public void note(String message) {
      throw new AssertionError(message);
    }
  }

  @Test
  void layoutIsElliotsHierarchy() throws IOException {
    SplitFiles.save(folder, DATA, splits());
    assertThat(folder.resolve("cold-1/0/test.tsv")).hasContent("ann\t2\t0.1\t-12\ncy\t30\t4.0\t17");
    assertThat(folder.resolve("cold-1/0/1/val.tsv")).hasContent("bob é\t1\t1.0\t14");
    assertThat(folder.resolve("cold-1/0/1/train.tsv"))
        .hasContent("ann\t1\t5.0\t11\nbob é\t30\t2.0\t15\ncy\t2\t3.0\t16");
    assertThat(folder.resolve("cold-1/0/1/test.revealed.tsv"))
        .hasContent("ann\t30\t3.5\t13000000000");
    assertThat(folder.resolve("cold-1/0/1/test.tsv")).doesNotExist();
    assertThat(folder.resolve("warm/3/train.tsv")).exists();
    assertThat(folder.resolve("items.txt")).hasContent("1\n2\n30\nnever");
  }

  @Test
  void theOnlyValidationFoldHasAFolderOfItsOwnToo() {
    Dataset data = SmallData.dataset(2, 5, "0:0 0:1 0:2 1:0 1:1 1:2 1:3");
    Splitter first = holdingOut(2);
    Splitter second = holdingOut(1);
    List<Split> splits =
        new ArrayList<>(SplitStage.split(data, "warm", first, second, new Seed(1)));
    splits.addAll(SplitStage.split(data, "bare", first, null, new Seed(1)));
    SplitFiles.save(folder, data, splits);

    assertThat(folder.resolve("warm/0/test.tsv")).exists();
    assertThat(folder.resolve("warm/0/0/train.tsv")).exists();
    assertThat(folder.resolve("warm/0/0/val.tsv")).exists();
    assertThat(folder.resolve("warm/0/train.tsv")).doesNotExist();
    assertThat(folder.resolve("warm/0/val.tsv")).doesNotExist();
    assertThat(folder.resolve("bare/0/train.tsv")).exists();
    assertThat(splits).extracting(Split::fold).containsExactly("0", "0");
    assertThat(describe(SplitFiles.load(folder, data))).isEqualTo(describe(splits));
    Split elliot =
        new HierarchyFiles(new HierarchyFiles.Params(folder, Path.of("warm"), Format.TSV))
            .read(new NamedContext("elliot"))
            .splits()
            .get(0);
    assertThat(elliot.train().size()).isEqualTo(splits.get(0).train().size());
    assertThat(elliot.validation()).hasSize(1);
    assertThat(elliot.validation().get(0).truth().size()).isEqualTo(2);
    assertThat(elliot.test().get(0).truth().size()).isEqualTo(2);
  }

  /** Holds out what everybody has of one item. */
  private static Splitter holdingOut(int item) {
    return (data, seed) -> {
      Interactions all = data.interactions();
      return List.of(
          new Holdout(
              all.filter(p -> all.column(p) != item),
              HeldOut.warm(all.filter(p -> all.column(p) == item))));
    };
  }

  @Test
  void foldsThatWouldShareAFolderAreRefused() {
    Split split = splits().get(0);
    Split same = new Split(split.protocol(), "0", split.train(), split.validation(), split.test());
    assertThatThrownBy(() -> SplitFiles.save(folder, DATA, List.of(split, same)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("folds 0.0 and 0 of protocol 'cold-1' would share the folder cold-1/0/0");
  }

  @Test
  void savingAgainReplacesWhatWasSaved() throws IOException {
    SplitFiles.save(folder, DATA, splits());
    SplitFiles.save(folder, DATA, splits().subList(2, 3));
    assertThat(describe(SplitFiles.load(folder, DATA))).isEqualTo(describe(splits().subList(2, 3)));
    try (Stream<Path> rest = Files.list(folder)) {
      assertThat(rest.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("splits.json", "users.txt", "items.txt", "warm");
    }
  }

  /** Killed while it writes, while it removes what was there, and while it moves. */
  @Test
  void whatWasInterruptedIsSavedAgain() throws IOException {
    Path draft = folder.resolve(".splits.tmp");
    SplitFiles.save(folder, DATA, splits());
    Files.createDirectories(draft.resolve("warm"));
    Files.writeString(draft.resolve("warm/train.tsv"), "ann\t");
    assertSavedAgain();

    Path other = parent.resolve("other");
    SplitFiles.save(other, DATA, splits().subList(2, 3));
    Files.move(other, draft);
    Files.delete(folder.resolve("users.txt"));
    assertSavedAgain();

    SplitFiles.save(other, DATA, splits());
    SplitFiles.save(folder, DATA, List.of());
    for (Path file : Folders.list(folder)) {
      Files.delete(file);
    }
    Files.move(other, draft);
    Files.move(draft.resolve("cold-1"), folder.resolve("cold-1"));
    assertSavedAgain();
    assertThat(Folders.list(folder))
        .extracting(path -> path.getFileName().toString())
        .containsExactly("cold-1", "items.txt", "splits.json", "users.txt", "warm");
  }

  private void assertSavedAgain() {
    SplitFiles.requireFolder(folder);
    SplitFiles.save(folder, DATA, splits());
    assertThat(describe(SplitFiles.load(folder, DATA))).isEqualTo(describe(splits()));
  }

  @Test
  void aForeignFileAmongSplitsLeavesThemAlone() throws IOException {
    SplitFiles.save(folder, DATA, splits());
    Files.writeString(folder.resolve("warm/thesis.tex"), "years of work");
    assertThatThrownBy(() -> SplitFiles.save(folder, DATA, splits().subList(2, 3)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(Path.of("warm", "thesis.tex") + ", which is no saved split");
    assertThat(describe(SplitFiles.load(folder, DATA))).isEqualTo(describe(splits()));
  }

  @Test
  void refusedIdsLeaveWhatWasSaved() {
    SplitFiles.save(folder, DATA, splits());
    Dataset tabs =
        new Dataset("t", USERS, Vocabulary.of(List.of("a\nb")), Interactions.empty(4, 1));
    assertThatThrownBy(() -> SplitFiles.save(folder, tabs, List.of()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("the item id 'a\\nb' is");
    assertThat(describe(SplitFiles.load(folder, DATA))).isEqualTo(describe(splits()));
  }

  @Test
  void foreignFoldersAreLeftAlone() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("thesis.tex"), "years of work");
    assertThatThrownBy(() -> SplitFiles.save(folder, DATA, splits()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "%s is not empty (it holds thesis.tex, which is no saved split); choose another folder",
            folder);
    assertThat(folder.resolve("thesis.tex")).exists();
  }

  @Test
  void namesAndIdsThatCannotBeFilesAreRefused() {
    Split split = splits().get(2);
    Split upwards = new Split("../up", "0", split.train(), split.validation(), split.test());
    assertThatThrownBy(() -> SplitFiles.save(folder, DATA, List.of(upwards)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'../up' cannot be the name of a folder");
    assertThat(folder).doesNotExist();
    Dataset tabs =
        new Dataset("t", Vocabulary.of(List.of("a\tb")), ITEMS, Interactions.empty(1, 4));
    assertThatThrownBy(() -> SplitFiles.save(parent.resolve("t"), tabs, List.of()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "the user id 'a\\tb' is empty or holds a tab or line break, so splits cannot be written;"
                + " change the id in the data");
    assertThat(parent.resolve("t")).doesNotExist();
    assertThatThrownBy(() -> SplitFiles.save(parent.resolve("d"), DATA, List.of(split, split)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fold 3 of protocol 'warm' occurs twice");
  }

  @Test
  void damageIsNamedWithFileAndLine() throws IOException {
    assertThatThrownBy(() -> SplitFiles.load(folder, DATA))
        .isInstanceOf(InputException.class)
        .hasMessage("%s holds no saved splits: there is no splits.json in it", folder);
    assertDamage("warm/3/train.tsv", "cy\t2\n", "train.tsv:1: 2 fields; expected user, item,");
    assertDamage("warm/3/train.tsv", "cy\t2\t3\t4\ncy\t30\t3\n", "train.tsv:2: 3 fields;");
    assertDamage("warm/3/train.tsv", "cy\t2\tx\t4\n", "train.tsv:1: rating or timestamp is not a");
    assertDamage("warm/3/train.tsv", "cy\t7\t3\t4\n", "train.tsv:1: item '7' is not in the data");
    assertDamage("warm/3/test.users.txt", "eve\n", "users.txt:1: user 'eve' is not in the data");
    assertDamage("users.txt", "ann\nann\n", "users.txt:2: 'ann' again");
    String broken = "splits.json:1: not an index of saved splits: ";
    String notJson = broken + "this is not JSON, or it ends too early";
    assertDamage("splits.json", "{", notJson);
    assertDamage("splits.json", "{'format': 1}", notJson);
    assertDamage("splits.json", "{\"format\": 1", notJson);
    assertDamage("splits.json", "{\"format\": 1}", broken + "at 'dataset', a value is missing");
    assertDamage(
        "splits.json", "{\"splits\": [{\"test\": 1}]}", broken + "at 'splits[0].test', a value");
    SplitFiles.save(folder, DATA, splits());
    String index = Files.readString(folder.resolve("splits.json"));
    assertDamage(
        "splits.json", index.replaceFirst("\\{", "{\"folds\": 1,"), "the key 'folds' is not known");
    assertDamage("splits.json", index.replace(": 1,", ": 2,"), "has format 2; expected 1");
    assertDamage(
        "splits.json", index.replace("\"users.txt\"", "\"../x\""), "'../x', which is outside");
  }

  private void assertDamage(String file, String content, String message) throws IOException {
    if (!Files.exists(folder) || !file.equals("splits.json")) {
      SplitFiles.save(folder, DATA, splits());
    }
    String before = Files.readString(folder.resolve(file));
    Files.writeString(folder.resolve(file), content);
    assertThatThrownBy(() -> SplitFiles.load(folder, "again"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
    Files.writeString(folder.resolve(file), before);
  }

  private static List<String> describe(List<Split> splits) {
    List<String> lines = new ArrayList<>();
    for (Split split : splits) {
      lines.add(split.protocol() + " " + split.fold() + " " + describe(split.train()));
      split.validation().forEach(task -> lines.add("validation " + describe(task)));
      split.test().forEach(task -> lines.add("test " + describe(task)));
    }
    return lines;
  }

  private static String describe(EvalTask task) {
    String candidates =
        task.candidates() instanceof Candidates.PerUser own
            ? describe(own.items())
            : Arrays.toString(((Candidates.Shared) task.candidates()).items().toArray());
    return "%s %s %s | %s | %s | %s"
        .formatted(
            task.name(),
            Arrays.toString(task.users()),
            task.unseen(),
            describe(task.history()),
            describe(task.truth()),
            candidates);
  }

  private static String describe(Interactions interactions) {
    StringBuilder text = new StringBuilder();
    int[] rowOf = interactions.rowOfPositions();
    for (int p = 0; p < interactions.size(); p++) {
      text.append(" %d:%d=%s@".formatted(rowOf[p], interactions.column(p), interactions.rating(p)))
          .append(interactions.hasTimestamps() ? interactions.timestamp(p) : "");
    }
    return text.toString();
  }
}
