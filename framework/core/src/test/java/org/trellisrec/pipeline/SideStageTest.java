package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.config.yaml.Origin;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Modality;
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

  private record Silent() implements ReadContext {
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
    public void note(String message) {}
  }

  private static SideStage.Source source(int line, String name) {
    Modality texts = new Modality.Text(new String[] {"a", "b"});
    return new SideStage.Source(
        new Position(Origin.file(Path.of("bench.yml")), line, 7),
        (ids, context) -> Map.of(name, texts));
  }

  @Test
  void namesThatAreDeclaredTwiceAreToldWithBothPlaces() {
    SideStage twice =
        new SideStage(List.of(), List.of(source(4, "plot"), source(5, "x"), source(9, "plot")));
    assertThatThrownBy(() -> twice.addTo(SmallData.dataset(2, 2, "0:0 1:1"), new Silent()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "bench.yml:9:7: side_information.items: the modality 'plot' is declared at"
                + " bench.yml:4:7 already; rename one");
  }

  @Test
  void namesThatSourcesMayNotTakeAreToldWithTheirPlace() {
    SideStage taken = new SideStage(List.of(source(4, "id")), List.of());
    assertThatThrownBy(() -> taken.addTo(SmallData.dataset(2, 2, "0:0 1:1"), new Silent()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("bench.yml:4:7: a modality of users is called 'id'");
  }
}
