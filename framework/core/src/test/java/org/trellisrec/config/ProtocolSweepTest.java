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

  /** A configuration with this protocol, {@code cold}, and no splitting. */
  private ExperimentConfig with(String protocol) {
    return new ConfigFixture(folder)
        .load(
            ConfigFixture.GOOD
                .replaceFirst("  splitting:\\n.*\\n.*\\n", "")
                .concat("  protocols:\n    cold: %s\n".formatted(protocol)));
  }

  @Test
  void aListOnASplitterMakesSeveralProtocols() {
    ExperimentConfig config =
        with(
            "{test_splitting: {strategy: item_cold, test_ratio: [0.1, 0.3]},"
                + " validation_splitting: {strategy: item_cold, test_ratio: 0.1}}");

    assertThat(config.protocols())
        .extracting(ProtocolConfig::name)
        .containsExactly("cold-test_ratio-0.1", "cold-test_ratio-0.3");
    assertThat(config.protocols()).extracting(ProtocolConfig::draw).containsOnly("cold");
    assertThat(ResolvedYaml.write(config)).contains("draw: cold");
    assertThat(config.protocols()).allMatch(protocol -> protocol.validation().isPresent());
  }

  @Test
  void anEmptyListIsNoSweep() {
    assertThatThrownBy(() -> with("{test_splitting: {strategy: item_cold, test_ratio: []}}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("protocols.cold.test_splitting.test_ratio");
  }

  private List<ProtocolConfig> declared(String draw) {
    return with("{test_splitting: {strategy: item_cold, test_ratio: 0.1}, draw: %s}"
            .formatted(draw))
        .protocols();
  }

  @Test
  void drawIsTakenFromTheConfiguration() {
    assertThat(declared("mine")).extracting(ProtocolConfig::draw).containsExactly("mine");
    assertThat(declared("")).extracting(ProtocolConfig::draw).containsExactly("cold");
    assertThatThrownBy(() -> declared("[a]"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("protocols.cold.draw is a name that protocols share");
  }
}
