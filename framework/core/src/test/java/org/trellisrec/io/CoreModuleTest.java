package org.trellisrec.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.generate.Generated;

class CoreModuleTest {
  @Test
  void formatsBindFromConfiguration() {
    DatasetFile.Params params =
        Params.of(
            DatasetFile.Params.class,
            Map.of(
                "dataset_path",
                "ratings.dat",
                "format",
                Map.of("separator", "::", "columns", Map.of("user", "2", "item", "1"))));

    assertThat(params.datasetPath()).isEqualTo(Path.of("ratings.dat"));
    assertThat(params.root()).isNull();
    assertThat(params.format())
        .isEqualTo(
            Formats.withColumns(
                Formats.withSeparator(Format.TSV, "::"), new Columns("2", "1", null, null)));
  }

  @Test
  void defaultsAreTheDocumentedOnes() {
    assertThat(Params.of(DatasetFile.Params.class, Map.of("dataset_path", "x")).format())
        .isEqualTo(Format.TSV);
    assertThat(Params.of(Generated.Params.class, Map.of()))
        .isEqualTo(Generated.Params.of(600, 400, 24_000));
  }
}
