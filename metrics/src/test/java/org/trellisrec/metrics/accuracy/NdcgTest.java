package org.trellisrec.metrics.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class NdcgTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Ndcg metric() {
    return new Ndcg(new Ndcg.Params(null));
  }

  @Override
  protected double largest(Convention convention) {
    return 1;
  }

  @Override
  protected double onEmptyList() {
    return 0;
  }

  @Override
  protected double onNoRelevantItem() {
    return Double.NaN;
  }

  private static final double LOG2_3 = Math.log(3) / Math.log(2);

  /** Ratings 5, 3 and 1; the item rated 3 first, the item rated 5 third. */
  private static TinyEvaluation rated() {
    return TinyEvaluation.of(1, 10).rated(0, 1, 5).rated(0, 2, 3).rated(0, 3, 1).list(0, 2, 9, 1);
  }

  private static Ndcg with(Gain gain) {
    return new Ndcg(new Ndcg.Params(gain));
  }

  @Test
  void standardGainIsExponentialInTheRating() {
    assertThat(rated().value(metric(), 1)).isCloseTo(7 / 31.0, EXACT);
    assertThat(rated().value(metric(), 3))
        .isCloseTo((7 + 31 / 2.0) / (31 + 7 / LOG2_3 + 1 / 2.0), EXACT);
  }

  @Test
  void standardGainDoesNotDependOnTheThreshold() {
    assertThat(rated().threshold(3).value(metric(), 3))
        .isCloseTo((7 + 31 / 2.0) / (31 + 7 / LOG2_3), EXACT);
  }

  @Test
  void elliotCountsRatingsFromTheThreshold() {
    TinyEvaluation elliot = rated().convention(Convention.ELLIOT).threshold(3);

    assertThat(elliot.value(metric(), 1)).isCloseTo(1 / 7.0, EXACT);
    assertThat(elliot.value(metric(), 3)).isCloseTo((1 + 7 / 2.0) / (7 + 1 / LOG2_3), EXACT);
  }

  @Test
  void elliotDefaultThresholdRaisesTheGain() {
    assertThat(rated().convention(Convention.ELLIOT).value(metric(), 1))
        .isCloseTo(15 / 63.0, EXACT);
  }

  @Test
  void recboleIsBinary() {
    TinyEvaluation recbole = rated().convention(Convention.RECBOLE);

    assertThat(recbole.value(metric(), 1)).isCloseTo(1, EXACT);
    assertThat(recbole.value(metric(), 3))
        .isCloseTo((1 + 1 / 2.0) / (1 + 1 / LOG2_3 + 1 / 2.0), EXACT);
  }

  @Test
  void gainMayBeChosen() {
    assertThat(rated().value(with(Gain.LINEAR), 1)).isCloseTo(3 / 5.0, EXACT);
    assertThat(rated().value(with(Gain.BINARY), 1)).isCloseTo(1, EXACT);
    assertThat(rated().convention(Convention.RECBOLE).value(with(Gain.EXPONENTIAL), 1))
        .isCloseTo(7 / 31.0, EXACT);
    assertThat(rated().convention(Convention.ELLIOT).threshold(3).value(with(Gain.LINEAR), 1))
        .isCloseTo(1 / 3.0, EXACT);
  }

  @Test
  void labelTellsAChosenGain() {
    assertThat(metric().label("nDCG")).isEqualTo("nDCG");
    assertThat(with(Gain.LINEAR).label("nDCG")).isEqualTo("nDCG_gain:linear");
  }

  @Test
  void halfRatingsHaveExponentialGainToo() {
    TinyEvaluation half = TinyEvaluation.of(1, 5).rated(0, 1, 1.5).rated(0, 2, 3).list(0, 1);

    assertThat(half.value(metric(), 1)).isCloseTo((Math.sqrt(8) - 1) / 7, EXACT);
  }

  @Test
  void hasNoValueWhereNothingCanBeGained() {
    assertThat(TinyEvaluation.of(1, 5).rated(0, 1, 0).list(0, 1).value(metric(), 1)).isNaN();
  }

  @Test
  void refusesNegativeGains() {
    TinyEvaluation jokes = TinyEvaluation.of(1, 5).rated(0, 1, -3).threshold(-10).list(0, 1);

    assertThatThrownBy(() -> jokes.value(metric(), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("-3.0")
        .hasMessageContaining("relevance_threshold");
    assertThat(jokes.value(with(Gain.BINARY), 1)).isCloseTo(1, EXACT);
  }

  @Test
  void refusesGainsThatCannotBeAddedUp() {
    TinyEvaluation counts = TinyEvaluation.of(1, 5).rated(0, 1, 3).rated(0, 2, 5000).list(0, 1);

    assertThatThrownBy(() -> metric().bind(counts.context()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("largest held-out rating is 5000.0")
        .hasMessageContaining("gain: linear")
        .hasMessageContaining("binarize");
    assertThat(counts.value(with(Gain.LINEAR), 1)).isCloseTo(3 / 5000.0, EXACT);
    assertThat(counts.value(with(Gain.BINARY), 1)).isCloseTo(1, EXACT);
    assertThat(counts.convention(Convention.RECBOLE).value(metric(), 1)).isCloseTo(1, EXACT);
  }

  /** Two gains of 2^1023 each are finite, but their sum is not. */
  @Test
  void refusesGainsWhoseSumOverflows() {
    TinyEvaluation counts = TinyEvaluation.of(1, 5).rated(0, 2, 1023).list(0, 1);

    assertThatThrownBy(() -> metric().bind(counts.context())).isInstanceOf(InputException.class);
  }

  /** 4.1 as a float is below 4.1 as a double. */
  @Test
  void aRatingOfTheThresholdIsRelevant() {
    TinyEvaluation tenths =
        TinyEvaluation.of(1, 5).rated(0, 1, 4.1).rated(0, 2, 4).threshold(4.1).list(0, 2, 1);

    assertThat(tenths.value(with(Gain.BINARY), 2)).isCloseTo(1 / LOG2_3, EXACT);
    assertThat(tenths.context().task().hasRelevant(4.1)).isTrue();
    assertThat(tenths.context().task().hasRelevant(4.2)).isFalse();
  }

  @Test
  void recboleKnowsTheThresholdOnly() {
    // two relevant items, at places 2 and 3
    TinyEvaluation recbole = rated().convention(Convention.RECBOLE).threshold(3).list(0, 3, 2, 1);

    assertThat(recbole.value(metric(), 3))
        .isCloseTo((1 / LOG2_3 + 1 / 2.0) / (1 + 1 / LOG2_3), EXACT);
    assertThat(recbole.value(metric(), 1)).isEqualTo(0);
  }
}
