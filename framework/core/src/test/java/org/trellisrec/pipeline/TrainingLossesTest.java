package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.config.MissingModalitiesConfig.Rates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Split;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;

class TrainingLossesTest {
  private static final Dataset DATA = MissingModalitiesTest.many();
  private static final Split SPLIT = MissingModalitiesTest.manySplit();

  private static long without(Modality modality) {
    return IntStream.range(0, modality.size()).filter(entity -> !modality.has(entity)).count();
  }

  @Test
  void trainingLosesEveryModalityByItsOwnRate() {
    Rates own = new Rates(Map.of("gender", 0.05), Map.of("genres", 0.25, "text", 0.6));
    TrainingLosses losses = new TrainingLosses(own, DATA);

    Dataset learned = losses.learned(SPLIT, new Seed(1));

    assertThat(without(learned.side().users().get("gender"))).isEqualTo(4);
    assertThat(without(learned.side().items().get("text"))).isEqualTo(48);
    long lost = without(learned.side().items().get("genres")) - 1;
    assertThat(lost).isBetween(19L, 20L);
    assertThat(losses.notes(SPLIT, learned))
        .containsExactlyInAnyOrder(
            "protocol 'p', fold 0: 4 of 80 users with training interactions lose 'gender'"
                + " (rate 0.05)",
            "protocol 'p', fold 0: 48 of 80 items with training interactions lose 'text'"
                + " (rate 0.6)",
            "protocol 'p', fold 0: "
                + lost
                + " of 80 items with training interactions lose 'genres' (rate 0.25); 1 more have"
                + " none");
  }

  @Test
  void withoutRatesNothingIsLost() {
    TrainingLosses losses = new TrainingLosses(new Rates(Map.of(), Map.of()), DATA);
    assertThat(losses.learned(SPLIT, new Seed(1))).isSameAs(DATA);
    assertThat(losses.notes(SPLIT, DATA)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "age, 'names ''age'', but the modalities are interactions, '",
    "interactions, 'names ''interactions'', which training cannot do without'"
  })
  void whatTrainingCannotLoseIsRefused(String name, String message) {
    Rates rates = new Rates(Map.of(), Map.of(name, 0.5));
    assertThatThrownBy(() -> new TrainingLosses(rates, DATA))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("evaluation.missing_modalities.training_rates.items " + message);
  }
}
