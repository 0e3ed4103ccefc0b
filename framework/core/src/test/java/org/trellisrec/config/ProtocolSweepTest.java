package org.trellisrec.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.spi.InputException;

class ProtocolSweepTest {
  @TempDir Path folder;

  @Test
  void aListOnASplitterMakesSeveralProtocols() {
    ExperimentConfig config =
        new ConfigFixture(folder)
            .load(
                ConfigFixture.GOOD
                    .replaceFirst("  splitting:\\n.*\\n.*\\n", "")
                    .concat(
                        """
                        protocols:
                          cold:
                            test_splitting: {strategy: item_cold, test_ratio: [0.1, 0.3]}
                            validation_splitting: {strategy: item_cold, test_ratio: 0.1}
                        """
                            .indent(2)));

    assertThat(config.protocols())
        .extracting(Protocol::name)
        .containsExactly("cold-test_ratio-0.1", "cold-test_ratio-0.3");
    assertThat(config.protocols()).extracting(Protocol::draw).containsOnly("cold");
    assertThat(ResolvedYaml.write(config)).contains("draw: cold");
    assertThat(config.protocols()).allMatch(protocol -> protocol.validation().isPresent());
  }

  @Test
  void anEmptyListIsNoSweep() {
    assertThatThrownBy(
            () ->
                new ConfigFixture(folder)
                    .load(
                        ConfigFixture.GOOD
                            .replaceFirst("  splitting:\\n.*\\n.*\\n", "")
                            .concat(
                                """
                                protocols:
                                  cold: {test_splitting: {strategy: item_cold, test_ratio: []}}
                                """
                                    .indent(2))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("test_ratio");
  }

  private List<Protocol> declared(String draw) {
    return new ConfigFixture(folder)
        .load(
            ConfigFixture.GOOD
                .replaceFirst("  splitting:\\n.*\\n.*\\n", "")
                .concat(
                    """
                    protocols:
                      cold: {test_splitting: {strategy: item_cold, test_ratio: 0.1}, draw: %s}
                    """
                        .formatted(draw)
                        .indent(2)))
        .protocols();
  }

  @Test
  void drawIsTakenFromTheConfiguration() {
    assertThat(declared("mine")).extracting(Protocol::draw).containsExactly("mine");
    assertThat(declared("")).extracting(Protocol::draw).containsExactly("cold");
    assertThatThrownBy(() -> declared("[a]"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("protocols.cold.draw is a name that protocols share");
  }
}
