package org.trellisrec.config.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.Param;

/** How the ranges of numbers appear in the reference pages and in the schema. */
class RangeDocsTest {
  record Ranges(
      @Param(description = "Neither bound.", min = 0, aboveMin = true, max = 1, belowMax = true)
          double open,
      @Param(description = "Both bounds.", min = 0, max = 1) double closed) {}

  private static Object number(String key) {
    Map<?, ?> property = (Map<?, ?>) TypeSchema.properties(Ranges.class, false).get(key);
    return ((List<?>) property.get("anyOf")).get(0);
  }

  @Test
  void theSchemaTellsOpenBoundsFromClosedOnes() {
    assertThat(number("open"))
        .isEqualTo(Map.of("type", "number", "exclusiveMinimum", 0L, "exclusiveMaximum", 1L));
    assertThat(number("closed")).isEqualTo(Map.of("type", "number", "minimum", 0L, "maximum", 1L));
  }

  @Test
  void soDoesThePage() {
    assertThat(ParamTable.of(Ranges.class))
        .contains("| `open` | a number, above 0 and below 1 |")
        .contains("| `closed` | a number, at least 0 and at most 1 |");
  }
}
