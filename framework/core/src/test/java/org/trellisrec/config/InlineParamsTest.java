package org.trellisrec.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.bind.Plain;
import org.trellisrec.config.bind.RecordSpec;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

class InlineParamsTest {
  record Steps(
      @Param(description = "Step.", byDefault = "0.1", aliases = "lr") double learningRate,
      @Param(description = "Passes.", byDefault = "10", min = 1) int epochs) {
    Steps {
      if (learningRate > epochs) {
        throw new InputException("learning_rate must not exceed epochs");
      }
    }
  }

  record Outer(
      @Param(description = "Length.", byDefault = "64") int embeddingSize,
      @Inline(defaults = "epochs: 20") Steps steps,
      @Param(description = "Flag.", byDefault = "true") boolean bias) {}

  record Unknown(@Inline(defaults = "epoch: 20") Steps steps) {}

  record Twice(@Param(description = "Passes.", byDefault = "10") int epochs, @Inline Steps steps) {}

  @Test
  void inlinedParametersStandAmongTheOthers() {
    assertThat(RecordSpec.of(Outer.class).keys())
        .containsExactly("embedding_size", "learning_rate", "epochs", "bias");
  }

  @Test
  void defaultsOfTheOuterRecordWin() {
    assertThat(Params.defaults(Outer.class)).isEqualTo(new Outer(64, new Steps(0.1, 20), true));
    assertThat(Params.defaults(Steps.class).epochs()).isEqualTo(10);
  }

  @Test
  void valuesAndAliasesReachTheInnerRecord() {
    assertThat(Params.of(Outer.class, Map.of("lr", 0.5, "epochs", 3, "bias", false)))
        .isEqualTo(new Outer(64, new Steps(0.5, 3), false));
  }

  @Test
  void plainFormIsFlat() {
    assertThat(Plain.mapOf(new Outer(8, new Steps(0.5, 3), true)))
        .containsOnlyKeys("embedding_size", "learning_rate", "epochs", "bias")
        .containsEntry("epochs", 3);
  }

  @Test
  void checksOfTheInnerRecordAreKept() {
    assertThatThrownBy(() -> Params.of(Outer.class, Map.of("lr", 50)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("learning_rate must not exceed epochs");
    assertThatThrownBy(() -> Params.of(Outer.class, Map.of("epochs", 0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("epochs");
  }

  @Test
  void mistakesOfTheAuthorAreFound() {
    assertThatThrownBy(() -> Params.defaults(Unknown.class)).hasMessageContaining("unknown keys");
    assertThatThrownBy(() -> Params.defaults(Twice.class)).hasMessageContaining("'epochs' twice");
  }
}
