package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.spi.InputException;

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
}
