package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.config.yaml.Origin;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Scaling;
import org.trellisrec.data.SideInformation;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.ReadContext;

class SideStageTest {
  @ParameterizedTest
  @CsvSource({"interactions, users", "interactions, items", "id, users", "id, items"})
  void sideInformationMayNotTakeTheNamesOfWhatModelsHaveWithoutIt(String name, String side) {
    Map<String, Modality> named = Map.of(name, new Modality.Text(new String[] {"a", "b"}));
    boolean ofUsers = side.equals("users");
    Dataset data =
        SmallData.dataset(2, 2, "0:0 1:1")
            .withSide(new SideInformation(ofUsers ? named : Map.of(), ofUsers ? Map.of() : named));
    SideStage nothingDeclared = new SideStage(List.of(), List.of());

    assertThatThrownBy(() -> nothingDeclared.addTo(data, null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a modality of %s is called '%s'".formatted(side, name))
        .hasMessageEndingWith("rename it");
  }

  private record Noting(List<String> notes) implements ReadContext {
    @Override
    public String datasetName() {
      return "toy";
    }

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
      notes.add(message);
    }
  }

  private static SideStage.Source source(int line, String name) {
    Modality texts = new Modality.Text(new String[] {"a", "b"});
    return new SideStage.Source(
        new Position(Origin.file(Path.of("bench.yml")), line, 7),
        (ids, context) -> Map.of(name, texts));
  }

  @Test
  void whatIsReadIsCountedAndNumbersThatAreNotScaledAreTold() {
    Position at = new Position(Origin.file(Path.of("bench.yml")), 4, 7);
    float[][] years = {{1919}, null, {2000.5f}};
    Map<String, Modality> read = new LinkedHashMap<>();
    read.put("year", new Modality.Dense(1, years));
    read.put("scaled", new Modality.Dense(1, years, Scaling.STANDARD));
    read.put("text", new Modality.Dense(2, new float[][] {{1, 2}, {3, 4}, {5, 6}}));
    read.put("share", new Modality.Dense(1, new float[][] {{-1}, {0.5f}, {1}}));
    read.put(
        "genres", new Modality.MultiHot(List.of("a", "b", "c"), new int[][] {{0, 2}, {}, {2}}));
    read.put("class", new Modality.Categorical(List.of("a", "b"), new int[] {1, 1, -1}));
    read.put("none", new Modality.Dense(1, new float[3][]));
    SideStage stage =
        new SideStage(List.of(), List.of(new SideStage.Source(at, (ids, context) -> read)));
    Noting context = new Noting(new ArrayList<>());
    stage.addTo(SmallData.dataset(2, 3, "0:0 1:1 1:2"), context);
    assertThat(context.notes())
        .containsExactly(
            "2 of 3 items have the modality 'year', numbers from 1919.0 to 2000.5, which are not"
                + " scaled",
            "2 of 3 items have the modality 'scaled'",
            "3 of 3 items have the modality 'text'",
            "3 of 3 items have the modality 'share'",
            "2 of 3 items have the modality 'genres', of 2 different labels",
            "2 of 3 items have the modality 'class', of 1 different label",
            "0 of 3 items have the modality 'none'");
  }

  @Test
  void namesThatAreDeclaredTwiceAreToldWithBothPlaces() {
    SideStage twice =
        new SideStage(List.of(), List.of(source(4, "plot"), source(5, "x"), source(9, "plot")));
    assertThatThrownBy(
            () -> twice.addTo(SmallData.dataset(2, 2, "0:0 1:1"), new Noting(new ArrayList<>())))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "bench.yml:9:7: side_information.items: the modality 'plot' is declared at"
                + " bench.yml:4:7 already; rename one");
  }

  @Test
  void namesThatSourcesMayNotTakeAreToldWithTheirPlace() {
    SideStage taken = new SideStage(List.of(source(4, "id")), List.of());
    assertThatThrownBy(
            () -> taken.addTo(SmallData.dataset(2, 2, "0:0 1:1"), new Noting(new ArrayList<>())))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("bench.yml:4:7: a modality of users is called 'id'");
  }
}
