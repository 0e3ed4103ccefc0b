package org.trellisrec.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.spi.InputException;

class SideInformationConfigTest {
  @TempDir Path folder;
  private ConfigFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new ConfigFixture(folder);
  }

  private ExperimentConfig load(String more) {
    return fixture.load(ConfigFixture.GOOD + more.indent(2));
  }

  @Test
  void sourcesAreListedBySide() {
    ExperimentConfig config =
        load(
            """
            side_information:
              users: {strategy: labels, path: ratings.tsv}
              items:
                - {strategy: labels, path: ratings.tsv, name: genres}
                - {strategy: LABELS, path: ratings.tsv, name: tags}
            """);

    assertThat(config.side().users()).hasSize(1);
    assertThat(config.side().items())
        .extracting(source -> ((SamplePlugins.Labels.Params) source.params()).name())
        .containsExactly("genres", "tags");
    ExperimentConfig again = fixture.load(ResolvedYaml.write(config));
    assertThat(again.side()).usingRecursiveComparison().isEqualTo(config.side());
  }

  @Test
  void wrongEntriesAreNamedWithTheirPlace() {
    assertThatThrownBy(
            () ->
                load(
                    """
                    side_information:
                      user: {strategy: labels, path: ratings.tsv}
                      items:
                        - {strategy: lables, path: ratings.tsv}
                        - {strategy: labels, path: nowhere.tsv}
                    """))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(":22:5: side_information.user is not a side")
        .hasMessageContaining("did you mean 'labels'?")
        .hasMessageContaining(
            "side_information.items[1].path names 'nowhere.tsv', but there is no");
  }

  @Test
  void elliotsItemAttributesAreReadAndOtherLoadersNoted() {
    ExperimentConfig config =
        fixture.load(
            ConfigFixture.GOOD.replace(
                "    strategy: dataset\n",
                """
                    strategy: dataset
                    side_information:
                      - {dataloader: ItemAttributes, attribute_file: ratings.tsv}
                      - {dataloader: ChainedKG, map: ratings.tsv}
                """));

    assertThat(config.side().items()).hasSize(1);
    assertThat(config.notes())
        .singleElement()
        .asString()
        .contains("data_config.side_information[1] has no effect here");
  }
}
