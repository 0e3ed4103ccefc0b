package org.trellisrec.multiobjective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.InputException;

class TradeOffsTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);
  private static final TaskKey TASK = new TaskKey("warm", "warm");
  private static final Map<String, Boolean> HIGHER = Map.of("nDCG", true, "ARP", false);

  /** Accuracy in [0, 1], and popularity from 200 down to 0. */
  private static final List<ModelPoint> MODELS =
      List.of(point("A", 0.4, 40), point("B", 0.2, 60), point("C", 0.3, 20), point("D", 0.7));

  private static ModelPoint point(String model, double... values) {
    double[] both = {values[0], values.length > 1 ? values[1] : Double.NaN};
    return new ModelPoint(model, both, 9, 9);
  }

  private static MultiObjectiveReport compare(Normalization normalization, Double nadir) {
    return new MultiObjectiveConfig(
            List.of(
                new ObjectiveConfig("nDCG", 10, null, null),
                new ObjectiveConfig("ARP", 10, null, nadir)),
            null,
            normalization)
        .stage(HIGHER)
        .compare(Map.of(TASK, MODELS));
  }

  @Test
  void scalesRunFromNadirToUtopia() {
    MultiObjectiveReport report = compare(Normalization.BOUNDS, 200.0);

    TradeOffs found = report.tables().get(TASK);
    TradeOffs.Standing a = found.models().get(0);
    assertThat(a.utopiaDistance()).isCloseTo(Math.hypot(0.6, 40 / 200.0), EXACT);
    assertThat(a.hypervolume()).isCloseTo(0.4 * 160 / 200, EXACT);
    assertThat(found.models())
        .extracting(TradeOffs.Standing::onFront)
        .containsExactly(true, false, true, false);
    assertThat(found.models().get(3).utopiaDistance()).isNaN();
    assertThat(found.models().get(3).hypervolume()).isEqualTo(0);
    assertThat(found.hypervolume()).isCloseTo((0.4 * 160 + 0.3 * 20) / 200, EXACT);
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void withoutNormalizationUnitsAreThoseOfTheMetrics() {
    TradeOffs found = compare(Normalization.NONE, 200.0).tables().get(TASK);

    assertThat(found.models().get(0).utopiaDistance()).isCloseTo(Math.hypot(0.6, 40), EXACT);
    assertThat(found.models().get(0).hypervolume()).isCloseTo(0.4 * 160, EXACT);
  }

  @Test
  void observedBoundsAreThoseOfTheModels() {
    TradeOffs found = compare(Normalization.OBSERVED, null).tables().get(TASK);

    // nDCG from 0.2 to 0.7, ARP from 60 to 20
    assertThat(found.objectives().all())
        .containsExactly(new Objective("nDCG", 10, 0.7, 0.2), new Objective("ARP", 10, 20, 60));
    assertThat(found.models().get(2).utopiaDistance()).isCloseTo(0.4 / 0.5, EXACT);
    assertThat(found.models().get(0).hypervolume()).isCloseTo(0.2 / 0.5 * 20 / 40, EXACT);
  }

  @Test
  void anObjectiveThatTellsNothingApartIsFulfilledByAll() {
    double[] equal = {3, 3, Double.NaN};

    assertThat(Objective.observed("x", 5, true, equal).scaled(3)).isEqualTo(1);
    assertThat(Objective.observed("x", 5, false, equal).scaled(3)).isEqualTo(1);
    assertThat(Objective.observed("x", 5, false, new double[] {Double.NaN}))
        .isEqualTo(Objective.unit("x", 5, false));
  }

  @Test
  void valuesBeyondTheBoundsAreTold() {
    assertThat(compare(Normalization.BOUNDS, 50.0).notes())
        .containsExactly(
            "multi_objective, warm: ARP@10 of B is 60.0, beyond its bounds 50.0 and 0.0");
  }

  @Test
  void boundsMustFitTheDirection() {
    ObjectiveConfig wrong = new ObjectiveConfig("nDCG", 10, 0.0, 1.0);

    assertThatThrownBy(() -> wrong.objective(true))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "the utopia 0.0 and the nadir 1.0 say that lower values of nDCG are better, but higher ones are");
  }
}
