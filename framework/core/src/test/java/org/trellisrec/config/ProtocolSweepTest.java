package org.trellisrec.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
