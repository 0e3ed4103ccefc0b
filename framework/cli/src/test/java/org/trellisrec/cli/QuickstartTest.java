package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command of the README, run as it stands there, prints what the README says. */
class QuickstartTest {
  private static final Path ROOT = Path.of("../..");
  private static final String TEMPLATE = "config_templates/quickstart.yml";

  /** Sums of floating-point numbers differ between processors, and training amplifies that. */
  private static final double TOLERANCE = 0.02;

  private static final Pattern README_ROW =
      Pattern.compile("\\| \\[?(\\w+)\\S* \\| (\\S+) \\| (\\S+) \\| (\\S+) \\|.*");
  private static final Pattern TITLE = Pattern.compile("(\\w+), cutoff 10");
  private static final Pattern PRINTED_ROW = Pattern.compile("(\\w+) +([0-9.]+) .*");

  @TempDir static Path folder;
  private static Map<String, Map<String, Double>> printed;

  @BeforeAll
  static void run() {
    Shell run =
        Shell.run(
            "run",
            ROOT.resolve(TEMPLATE),
            "--out",
            folder.resolve("out"),
            "--set",
            "experiment.output=" + folder);
    assertThat(run.status()).isEqualTo(ExitStatus.GOOD);
    printed = printed(run.out());
  }

  /** nDCG by protocol and model. */
  private static Map<String, Map<String, Double>> printed(String out) {
    Map<String, Map<String, Double>> values = new HashMap<>();
    String protocol = "";
    for (String line : out.lines().toList()) {
      Matcher title = TITLE.matcher(line);
      Matcher row = PRINTED_ROW.matcher(line);
      if (title.matches()) {
        protocol = title.group(1);
        values.put(protocol, new HashMap<>());
      } else if (!protocol.isEmpty() && row.matches()) {
        values.get(protocol).putIfAbsent(row.group(1), Double.valueOf(row.group(2)));
      }
    }
    return values;
  }

  private static double ndcg(String protocol, String model) {
    return printed.get(protocol).get(model);
  }

  @Test
  void theReadmeShowsWhatIsPrinted() throws IOException {
    int rows = 0;
    for (String line : Files.readAllLines(ROOT.resolve("README.md"))) {
      Matcher row = README_ROW.matcher(line);
      if (row.matches() && printed.get("warm").containsKey(row.group(1))) {
        String model = row.group(1);
        assertThat(ndcg("warm", model)).as(line).isCloseTo(value(row.group(2)), within(TOLERANCE));
        assertThat(ndcg("user_cold", model))
            .as(line)
            .isCloseTo(value(row.group(3)), within(TOLERANCE));
        assertThat(ndcg("item_cold", model))
            .as(line)
            .isCloseTo(value(row.group(4)), within(TOLERANCE));
        rows++;
      }
    }
    assertThat(rows).isEqualTo(7);
  }

  private static double value(String cell) {
    String number = cell.replace("*", "");
    return number.equals("-") ? 0 : Double.parseDouble(number);
  }

  @Test
  void sideInformationIsAheadWhereThereIsNothingElse() {
    assertThat(ndcg("user_cold", "SiBraR")).isGreaterThan(1.3 * ndcg("user_cold", "MostPop"));
    assertThat(ndcg("item_cold", "SiBraR")).isGreaterThan(2 * ndcg("item_cold", "Random"));
    assertThat(ndcg("warm", "SiBraR")).isGreaterThan(1.5 * ndcg("warm", "MostPop"));
    assertThat(ndcg("warm", "CoBraR")).isGreaterThan(1.5 * ndcg("warm", "MostPop"));
  }
}
