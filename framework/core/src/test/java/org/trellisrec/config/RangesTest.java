package org.trellisrec.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellisrec.config.bind.BindScope;
import org.trellisrec.config.bind.ParamSpec;
import org.trellisrec.config.bind.Plain;
import org.trellisrec.config.bind.RecordSpec;
import org.trellisrec.config.search.Domain;
import org.trellisrec.config.search.DomainReader;
import org.trellisrec.config.yaml.Origin;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

class RangesTest {
  record Ranges(
      @Param(
              description = "Neither bound.",
              byDefault = "0.5",
              min = 0,
              aboveMin = true,
              max = 1,
              belowMax = true)
          double open,
      @Param(description = "Not 1.", byDefault = "0.5", min = 0, max = 1, belowMax = true)
          double share,
      @Param(description = "Below 10.", byDefault = "[1]", max = 10, belowMax = true)
          List<Integer> several,
      @Param(description = "Up to 1.", byDefault = "0.5", min = 0, max = 1) double closed) {}

  @ParameterizedTest
  @CsvSource({
    "open, 0, 'a number, above 0 and below 1'",
    "open, 1, 'a number, above 0 and below 1'",
    "share, 1, 'a number, at least 0 and below 1'",
    "several, 10, 'a whole number, below 10'",
    "several, 3000000000, 'a whole number, at least -2147483648 and below 10'",
    "closed, 1.1, 'a number, at least 0 and at most 1'"
  })
  void whatIsOutsideIsRefused(String key, String value, String expected) {
    assertThatThrownBy(() -> Params.of(Ranges.class, Map.of(key, value)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is '%s', but must be %s".formatted(value, expected))
        .hasMessageEndingWith(expected);
  }

  @Test
  void whatIsWithinIsTaken() {
    Map<String, Object> within =
        Map.of("open", Math.nextDown(1.0), "share", 0.0, "several", List.of(9, -3), "closed", 1.0);
    assertThat(Plain.mapOf(Params.of(Ranges.class, within))).isEqualTo(within);
  }

  private static Optional<Domain> domain(Map<String, ?> search, Problems problems) {
    Position at = Position.startOf(Origin.program());
    ParamSpec open = RecordSpec.of(Ranges.class).find("open").orElseThrow();
    return new DomainReader(BindScope.of(problems, ""))
        .read(open, Plain.node(search, at), "X.open");
  }

  @Test
  void aSearchMayComeCloseToAnOpenBound() {
    Problems problems = new Problems();
    assertThat(domain(Map.of("uniform", List.of(0, 1)), problems)).isPresent();
    assertThat(problems.count()).isZero();
  }

  static List<Map<String, List<Double>>> reachingOne() {
    return List.of(
        Map.of("uniform", List.of(0.1, 1.5)),
        Map.of("quantized_uniform", List.of(0.1, 1.0, 0.5)),
        Map.of("choice", List.of(0.5, 1.0)));
  }

  @ParameterizedTest
  @MethodSource("reachingOne")
  void aSearchMayNotReachAnOpenBound(Map<String, ?> search) {
    Problems problems = new Problems();
    assertThat(domain(search, problems)).isEmpty();
    assertThatThrownBy(problems::throwIfAny).hasMessageEndingWith("above 0 and below 1");
  }
}
