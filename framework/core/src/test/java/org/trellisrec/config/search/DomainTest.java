package org.trellisrec.config.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class DomainTest {
  @Property(tries = 300)
  void valuesStayWithinTheirBounds(
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double u) {
    Domain log = new Domain.Numbers(Distribution.LOG_UNIFORM, 1e-5, 1e-2, 0, false);
    Domain whole = new Domain.Numbers(Distribution.INTEGER, 3, 7, 0, true);
    Domain steps = new Domain.Numbers(Distribution.UNIFORM, 16, 128, 16, true);
    assertThat((Double) log.at(u)).isBetween(1e-5 * 0.999999, 1e-2 * 1.000001);
    assertThat((Long) whole.at(u)).isBetween(3L, 7L);
    assertThat((Long) steps.at(u)).isBetween(16L, 128L).matches(value -> value % 16 == 0);
  }

  @Example
  void quantilesAreThoseOfTheDistribution() {
    assertThat((Double) new Domain.Numbers(Distribution.UNIFORM, 2, 4, 0, false).at(0.25))
        .isEqualTo(2.5);
    assertThat((Double) new Domain.Numbers(Distribution.LOG_UNIFORM, 1e-4, 1, 0, false).at(0.5))
        .isCloseTo(1e-2, within(1e-12));
    assertThat((Double) new Domain.Numbers(Distribution.NORMAL, 5, 2, 0, false).at(0.5))
        .isCloseTo(5, within(1e-9));
    assertThat((Double) new Domain.Numbers(Distribution.LOG_NORMAL, 0, 2, 0, false).at(0.5))
        .isCloseTo(1, within(1e-9));
    assertThat(new Domain.Numbers(Distribution.INTEGER, 1, 4, 0, true).at(0.5)).isEqualTo(3L);
    assertThat(new Domain.Grid(List.of("a", "b", "c")).at(0.99)).isEqualTo("c");
  }

  @Example
  void aGridHasEveryCombinationOnce() {
    Map<String, Domain> domains = new LinkedHashMap<>();
    domains.put("a", new Domain.Grid(List.of(1, 2, 3)));
    domains.put("b", new Domain.Grid(List.of("x", "y")));
    SearchSpace space = new SearchSpace(domains);
    assertThat(space.gridSize()).hasValue(6);
    Set<Map<String, Object>> points = new HashSet<>();
    for (int i = 0; i < 6; i++) {
      points.add(space.at(space.gridPosition(i)));
    }
    assertThat(points).hasSize(6);
    assertThat(space.at(space.gridPosition(1))).isEqualTo(Map.of("a", 1, "b", "y"));
    assertThat(SearchSpace.NONE.gridSize()).hasValue(1);
  }

  @Example
  void stepsAcrossZeroHaveOneZero() {
    Domain steps = new Domain.Numbers(Distribution.UNIFORM, -1, 1, 0.5, false);
    Set<Object> values = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      values.add(steps.at(i / 1000.0));
    }
    assertThat(values).containsExactlyInAnyOrder(-1.0, -0.5, 0.0, 0.5, 1.0);
  }

  private static void assertCell(Domain domain, double u, double from, double to) {
    assertThat(domain.cell(u).from()).isCloseTo(from, within(1e-12));
    assertThat(domain.cell(u).to()).isCloseTo(to, within(1e-12));
  }

  @Example
  void aCellHasThePositionsOfOneValue() {
    assertCell(new Domain.Grid(List.of("a", "b", "c", "d")), 0.3, 0.25, 0.5);
    assertCell(new Domain.Numbers(Distribution.UNIFORM, 2, 4, 0, false), 0.3, 0.3, 0.3);
    assertCell(new Domain.Numbers(Distribution.INTEGER, 1, 4, 0, true), 0.3, 0.25, 0.5);
    assertCell(new Domain.Numbers(Distribution.UNIFORM, 0, 100, 20, false), 0.04, 0, 0.1);
    assertCell(new Domain.Numbers(Distribution.UNIFORM, 0, 100, 20, false), 0.25, 0.1, 0.3);
    assertCell(new Domain.Numbers(Distribution.UNIFORM, 0, 8, 0, true), 0.2, 0.1875, 0.3125);
    // 4 takes what lies from 3 to 5 of [1, 16].
    assertCell(
        new Domain.Numbers(Distribution.LOG_UNIFORM, 1, 16, 2, true),
        0.5,
        Math.log(3) / Math.log(16),
        Math.log(5) / Math.log(16));
    // 1 takes what lies from half a deviation to one and a half.
    assertCell(
        new Domain.Numbers(Distribution.NORMAL, 0, 1, 1, false),
        0.8,
        0.691462461274013,
        0.933192798731142);
    assertCell(
        new Domain.Numbers(Distribution.LOG_NORMAL, 0, 1, 1, false), 0.01, 0, 0.244108595785582);
  }

  @Property(tries = 300)
  void allPositionsOfACellHaveItsValue(
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double u) {
    for (Domain domain :
        List.of(
            new Domain.Grid(List.of("a", "b", "c")),
            new Domain.Numbers(Distribution.INTEGER, 3, 9, 0, false),
            new Domain.Numbers(Distribution.LOG_UNIFORM, 0.5, 90, 5, false),
            new Domain.Numbers(Distribution.UNIFORM, -1, 1, 0.5, false),
            new Domain.Numbers(Distribution.LOG_NORMAL, 1, 2, 0.5, false))) {
      Domain.Cell cell = domain.cell(u);
      assertThat(u).isBetween(cell.from(), cell.to());
      for (double share : new double[] {1e-6, 0.5, 1 - 1e-6}) {
        double there = cell.from() + share * (cell.to() - cell.from());
        assertThat(domain.at(there)).isEqualTo(domain.at(u));
      }
    }
  }

  @Example
  void variantsHaveEveryOtherValueOfOneParameter() {
    Map<String, Domain> domains = new LinkedHashMap<>();
    domains.put("a", new Domain.Grid(List.of(1, 2, 3)));
    domains.put("b", new Domain.Numbers(Distribution.UNIFORM, 0, 1, 0, false));
    SearchSpace space = new SearchSpace(domains);
    assertThat(space.variants(List.of(0.1, 0.7)).stream().map(space::at))
        .containsExactly(
            Map.of("a", 1, "b", 0.7), Map.of("a", 2, "b", 0.7), Map.of("a", 3, "b", 0.7));
  }

  @Example
  void aPositionOfAnotherSpaceIsRefused() {
    SearchSpace space = new SearchSpace(Map.of("a", new Domain.Grid(List.of(1, 2, 3))));
    assertThatThrownBy(() -> space.at(List.of(0.5, 0.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 numbers for the parameters [a]");
  }
}
