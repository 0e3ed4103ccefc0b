package org.trellisrec.config.search;

import static org.assertj.core.api.Assertions.assertThat;
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
      points.add(space.gridPoint(i));
    }
    assertThat(points).hasSize(6);
    assertThat(space.gridPoint(1)).isEqualTo(Map.of("a", 1, "b", "y"));
    assertThat(SearchSpace.NONE.gridSize()).hasValue(1);
  }
}
