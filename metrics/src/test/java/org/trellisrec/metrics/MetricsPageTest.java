package org.trellisrec.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.spi.Metric;

/** The page on metrics leaves none of them out. */
class MetricsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "metrics.md");
  private static final Pattern WORD = Pattern.compile("\\w+");

  private static List<String> catalogue() {
    return PluginCatalog.load().names(Metric.class);
  }

  /** The text under a heading, up to the next one. */
  private static String section(String heading) throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf("\n## " + heading + "\n");
    assertThat(from).as(heading).isPositive();
    return page.substring(from, page.indexOf("\n## ", from + 1));
  }

  /** The names in the first column of a table, without what stands in brackets. */
  private static List<String> firstColumn(String section) {
    return section
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| |"))
        .map(line -> line.split("\\|", -1)[1].replaceAll("\\([^)]*\\)", ""))
        .flatMap(cell -> Arrays.stream(cell.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  @Test
  void itSaysOfEveryMetricWhatIsUndefined() throws IOException {
    assertThat(firstColumn(section("Undefined values")))
        .containsExactlyInAnyOrderElementsOf(catalogue());
  }

  @Test
  void itSaysOfEveryMetricWhetherConventionsDiffer() throws IOException {
    assertThat(words(section("What differs"))).containsAll(catalogue());
  }
}
