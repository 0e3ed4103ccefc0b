package org.trellisrec.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.spi.InputException;

class SideInformationConfigTest {
  private static final String TAGS =
      """
      side_information:
        items: {strategy: labels, path: tags.tsv}
        %s
      """;

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
        .extracting(source -> ((SamplePlugins.Labels.Params) source.reader().params()).name())
        .containsExactly("genres", "tags");
    ExperimentConfig again = fixture.load(ResolvedYaml.write(config));
    assertThat(again.side())
        .usingRecursiveComparison()
        .ignoringFields("users.at", "items.at")
        .isEqualTo(config.side());
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
        .hasMessageContaining(
            ":22:5: side_information.user is not a parameter of side_information; did you mean 'users'")
        .hasMessageContaining("did you mean 'labels'?")
        .hasMessageContaining(
            "side_information.items[1].path names 'nowhere.tsv', but there is no");
  }

  @Test
  void pathsStartAtTheRootOfTheSection() throws IOException {
    addTags();

    assertThat(load(TAGS.formatted("root: more")).side().items()).hasSize(1);
    assertThatThrownBy(() -> load(TAGS.formatted("")))
        .hasMessageContaining("side_information.items[0].path names 'tags.tsv'");
    assertThatThrownBy(() -> load(TAGS.formatted("root: nowhere")))
        .hasMessageContaining("side_information.root names 'nowhere'");
  }

  @Test
  void pathsStartWhereTheDataLieIfTheSectionDoesNotSay() throws IOException {
    addTags();
    Files.copy(folder.resolve("ratings.tsv"), folder.resolve("more/ratings.tsv"));
    String yaml =
        ConfigFixture.GOOD.replace(
            "    strategy: dataset", "    root: more\n    strategy: dataset");

    assertThat(fixture.load(yaml + TAGS.formatted("").indent(2)).side().items()).hasSize(1);
  }

  private void addTags() throws IOException {
    Files.createDirectories(folder.resolve("more"));
    Files.writeString(folder.resolve("more/tags.tsv"), "i1\tgood\n");
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
        .satisfiesExactly(
            note -> assertThat(note).contains("data_config.side_information[1] has no effect here"),
            note -> assertThat(note).contains("data_config.side_information is a key of Elliot"));
  }
}
