package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final String LEFT_OUT = "metrics left out because they need parameters: ";

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("train.tsv"), "ann\tx\t5\nann\ty\t4\nbob\tx\t3\n");
    Files.writeString(folder.resolve("test.tsv"), "ann\tz\t4\nbob\ty\t2\n");
    Files.writeString(folder.resolve("recs.tsv"), "ann\tz\t0.75\nbob\tz\t2\nbob\ty\t1\n");
    Files.writeString(
        folder.resolve("complex.json"),
        "[{\"metric\": \"Grouped\", \"of\": \"nDCG\", \"users\": \"activity\"}]");
  }

  private Shell evaluate(String... more) {
    Object[] words = new Object[7 + more.length];
    words[0] = "evaluate";
    int next = 1;
    for (String name : new String[] {"train", "test", "recs"}) {
      words[next++] = "--" + name;
      words[next++] = folder.resolve(name + ".tsv");
    }
    System.arraycopy(more, 0, words, next, more.length);
    return Shell.run(words);
  }

  @Test
  void printsOneRowPerMetricAndCutoff() {
    Shell shell = evaluate("--metrics", "HR,Precision", "--cutoffs", "1,2");

    assertThat(shell.err()).isEmpty();
    assertThat(shell.out())
        .isEqualToNormalizingNewlines(
            "metric,cutoff,value,users\nHR,1,0.5,2\nHR,2,1.0,2\nPrecision,1,0.5,2\nPrecision,2,0.5,2\n");
  }

  @Test
  void allNamesTheMetricsItLeavesOut() {
    assertThat(evaluate().err().lines().filter(line -> line.startsWith(LEFT_OUT)))
        .singleElement()
        .asString()
        .contains(" Grouped,", "UserMADrating")
        .endsWith("; give them in a file with --complex")
        .doesNotContain("nDCG");
    assertThat(evaluate("--quiet").err()).doesNotContain(LEFT_OUT);
  }

  @Test
  void whatTheFileConfiguresIsNotLeftOut() {
    Shell shell = evaluate("--complex", folder.resolve("complex.json").toString());

    assertThat(shell.err()).contains(LEFT_OUT).doesNotContain("Grouped");
    assertThat(shell.out()).contains("nDCG_users:activity-");
  }
}
