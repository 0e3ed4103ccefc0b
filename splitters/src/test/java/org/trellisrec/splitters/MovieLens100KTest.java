package org.trellisrec.splitters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Split;
import org.trellisrec.pipeline.SplitStage;
import org.trellisrec.prefilters.IterativeKCore;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;

/**
 * The sizes that the SiBraR pipeline gives on MovieLens 100K: ratings of at least 3, users aged 10
 * to 80, 5-core, 8:1:1. Runs where the data set lies beside the project.
 */
class MovieLens100KTest {
  private static final Path FOLDER = Path.of("..", "..", "shared", "data", "movielens-100k");
  private static final Seed SEED = new Seed(42);
  private static Dataset data;

  @BeforeAll
  static void read() throws IOException {
    assumeTrue(Files.exists(FOLDER), FOLDER + " is not here");
    List<String> grownUps = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("ml-100k.user"))) {
      String[] fields = line.split("\t", -1);
      if (fields[1].matches("[0-9]+") && Integer.parseInt(fields[1]) >= 10) {
        grownUps.add(fields[0]);
      }
    }
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("ml-100k.inter"))) {
      String[] fields = line.split("\t", -1);
      if (fields[2].matches("[345]") && grownUps.contains(fields[0])) {
        rows.add(String.join(" ", fields));
      }
    }
    Dataset all = Tables.dataset(rows.toArray(String[]::new));
    data =
        all.withInteractions(new IterativeKCore(new IterativeKCore.Params(5)).apply(all)).compact();
  }

  private static Split split(Splitter test, Splitter validation) {
    return SplitStage.split(data, "p", test, validation, SEED).get(0);
  }

  @Test
  void coreIsTheSame() {
    assertThat(data.users().size()).isEqualTo(942);
    assertThat(data.items().size()).isEqualTo(1203);
    assertThat(data.interactions().size()).isEqualTo(81_659);
  }

  @Test
  void warmSplitHasTheSameSizes() {
    Split split =
        split(
            new RandomSubsampling(RandomSubsamplingTest.ratio(0.1, ShareOf.REMAINING)),
            new RandomSubsampling(RandomSubsamplingTest.ratio(0.1, ShareOf.WHOLE)));
    assertThat(split.train().size()).isEqualTo(64_517);
    assertThat(split.validation().get(0).truth().size()).isEqualTo(8_571);
    assertThat(split.test().get(0).truth().size()).isEqualTo(8_571);
  }

  @Test
  void userColdSplitHasTheSameBlocks() {
    Map<String, ?> whole = Map.of("test_ratio", 0.1, "share_of", "whole");
    Split split =
        split(
            new UserCold(Params.of(UserCold.Params.class, Map.of("test_ratio", 0.1))),
            new UserCold(Params.of(UserCold.Params.class, whole)));
    assertThat(Present.users(split.train()).cardinality()).isEqualTo(752);
    assertThat(split.validation().get(0).users()).hasSize(95);
    assertThat(split.test().get(0).users()).hasSize(95);
  }

  @Test
  void itemColdSplitHasTheSameBlocks() {
    Map<String, ?> whole = Map.of("test_ratio", 0.1, "share_of", "whole");
    Split split =
        split(
            new ItemCold(Params.of(ItemCold.Params.class, Map.of("test_ratio", 0.1))),
            new ItemCold(Params.of(ItemCold.Params.class, whole)));
    assertThat(ItemSet.occurringIn(split.train()).size()).isEqualTo(961);
    assertThat(items(split.validation().get(0))).isEqualTo(121);
    assertThat(items(split.test().get(0))).isEqualTo(121);
  }

  @Test
  void bothColdSplitHasTheSameBlocks() {
    Map<String, ?> whole = Map.of("test_ratio", 0.1, "share_of", "whole");
    Split split =
        split(
            new BothCold(Params.of(BothCold.Params.class, Map.of("test_ratio", 0.1))),
            new BothCold(Params.of(BothCold.Params.class, whole)));
    assertThat(Present.users(split.train()).cardinality()).isEqualTo(752);
    assertThat(ItemSet.occurringIn(split.train()).size()).isBetween(955, 961);
    // A tenth of a tenth of the interactions each; users without a cold item fall out.
    assertThat(split.test().get(0).truth().size()).isBetween(400, 1600);
    assertThat(split.test().get(0).users().length).isBetween(80, 95);
  }

  private static int items(EvalTask task) {
    return ItemSet.occurringIn(task.truth()).size();
  }
}
