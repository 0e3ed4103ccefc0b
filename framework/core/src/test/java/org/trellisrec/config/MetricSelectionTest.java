package org.trellisrec.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.spi.InputException;

class MetricSelectionTest {
  @TempDir Path folder;

  /** The last line is JSON, but not in the part of it that is YAML as well. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metrics.json | [{\"metric\": \"DSC\" | :1:18: this JSON cannot be read: expected ',' or '}'",
        "metrics.JSON | [&a {\"metric\": *a}] | this JSON is refused: ",
        "metrics.yml | [{metric: DSC | :1:14: this is not YAML: expected ',' or '}'",
        "json | [{metric: DSC | :1:14: this is not YAML: expected ',' or '}'",
        "metrics.json | [{\"metric\": \"DS\\/C\"}] | this JSON cannot be read: found unknown escape",
      })
  void aFileIsCalledWhatItIs(String name, String content, String message) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    PluginCatalog catalog = PluginCatalog.of(new SamplePlugins());
    assertThatThrownBy(() -> MetricSelection.file(file, catalog))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message);
  }
}
