package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final String LEFT_OUT = "metrics left out because they need parameters: ";

  private static final String SIX = "HR,Precision,nDCG,MAP,ItemCoverage,UserCoverage";
  private static final double LOG2_3 = Math.log(3) / Math.log(2);

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
  void saysHowManyValuesItWrote() {
    String out = folder.resolve("values.csv").toString();
    assertThat(evaluate("--metrics", "HR", "--out", out).out().strip())
        .isEqualTo("1 value in " + out);
    assertThat(evaluate("--metrics", "HR,MAP", "--out", out).out().strip())
        .isEqualTo("2 values in " + out);
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

  @Test
  void whatAMetricLeavesOutIsNotedOnce() throws IOException {
    Path groups = Files.writeString(folder.resolve("groups.tsv"), "user\tgroup\nann\tg\n");
    Path complex = folder.resolve("grouped.json");
    Files.writeString(
        complex,
        "[{\"metric\": \"Grouped\", \"of\": \"HR\", \"users\": \"G\", \"users_file\": \"groups.tsv\"}]");
    Shell shell = evaluate("--metrics", "HR", "--complex", complex.toString(), "--cutoffs", "1,2");

    assertThat(shell.out()).contains("HR_users:G-g,2,1.0,1");
    assertThat(shell.err().lines())
        .filteredOn(line -> line.contains("groups.tsv"))
        .containsExactly(
            "note: HR_users:G: %s:1: the id 'user' is not among the users of the data, and no other"
                    .formatted(groups)
                + " line has its label 'group'; this seems to be a header: remove it if it is one",
            "note: HR_users:G: %s: users of the data that it does not describe: 1 of 2 (first: 'bob');"
                    .formatted(groups)
                + " they are in no group");
  }

  /**
   * Beside ann, whose list is short, and bob: cid has no training row and dee no list. What ann,
   * bob and dee look for is rated 4, 2 and 3; ann and cid find it first, bob second.
   */
  private void writeFourUsers() throws IOException {
    Files.writeString(folder.resolve("train.tsv"), "ann\tx\t5\nann\ty\t4\nbob\tx\t3\ndee\tx\t2\n");
    Files.writeString(folder.resolve("test.tsv"), "ann\tz\t4\nbob\ty\t2\ncid\tx\t5\ndee\ty\t3\n");
    Files.writeString(
        folder.resolve("recs.tsv"), "ann\tz\t.5\nbob\tz\t2\nbob\ty\t1\ncid\tx\t3\ncid\ty\t2\n");
  }

  private void assertValues(Shell shell, EvaluatedRow... expected) {
    assertThat(shell.status()).as(shell.err()).isEqualTo(ExitStatus.GOOD);
    assertThat(EvaluatedRow.of(shell))
        .usingRecursiveComparison()
        .withComparatorForType(
            (a, b) -> a.equals(b) || Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
        .isEqualTo(List.of(expected));
  }

  private static EvaluatedRow row(String metric, int cutoff, double value, int users) {
    return new EvaluatedRow(metric, cutoff, value, users);
  }

  @Test
  void standardServesEveryUserOfTheTest() throws IOException {
    writeFourUsers();

    assertValues(
        evaluate("--metrics", SIX, "--cutoffs", "2", "--threshold", "1"),
        row("HR", 2, 3 / 4.0, 4),
        row("Precision", 2, (1 / 2.0 + 1 / 2.0 + 1 / 2.0 + 0) / 4, 4),
        row("nDCG", 2, (1 + 1 / LOG2_3 + 1 + 0) / 4, 4),
        row("MAP", 2, (1 + 1 / 2.0 + 1 + 0) / 4, 4),
        row("ItemCoverage", 2, 1, 4),
        row("UserCoverage", 2, 3 / 4.0, 4));
  }

  @Test
  void elliotServesUsersWithATrainingRowAndAList() throws IOException {
    writeFourUsers();

    assertValues(
        evaluate("--convention", "elliot", "--metrics", SIX, "--cutoffs", "2"),
        row("HR", 2, 1, 2),
        row("Precision", 2, 1 / 2.0, 2),
        row("nDCG", 2, (1 + 1 / LOG2_3) / 2, 2),
        // precision at 1 and 2: 1 and 1/2, and 0 and 1/2
        row("MAP", 2, (3 / 4.0 + 1 / 4.0) / 2, 2),
        row("ItemCoverage", 2, 2, 2),
        row("UserCoverage", 2, 2, 2));
    assertValues(
        evaluate(
            "--convention", "ELLIOT", "--metrics", "HR,MAP", "--cutoffs", "2", "--threshold", "3"),
        row("HR", 2, 1, 1),
        row("MAP", 2, 3 / 4.0, 1));
  }

  @Test
  void recboleServesFullLists() throws IOException {
    writeFourUsers();

    assertValues(
        evaluate("--convention", "recbole", "--metrics", SIX, "--cutoffs", "2"),
        row("HR", 2, 1, 2),
        row("Precision", 2, 1 / 2.0, 2),
        row("nDCG", 2, (1 / LOG2_3 + 1) / 2, 2),
        row("MAP", 2, (1 / 2.0 + 1) / 2, 2),
        // three items and the padding item
        row("ItemCoverage", 2, 3 / 4.0, 2),
        row("UserCoverage", 2, 2 / 4.0, 2));
    assertValues(
        evaluate("--convention", "recbole", "--metrics", "HR,nDCG", "--cutoffs", "1"),
        row("HR", 1, 2 / 3.0, 3),
        row("nDCG", 1, 2 / 3.0, 3));
  }

  private void writeFiles(String train, String test, String recs) throws IOException {
    Files.writeString(folder.resolve("train.tsv"), train);
    Files.writeString(folder.resolve("test.tsv"), test);
    Files.writeString(folder.resolve("recs.tsv"), recs);
  }

  /** Of the items, only e and f could be shown to u. */
  @Test
  void itemsThatCouldNotBeShownDoNotCountInLauc() throws IOException {
    writeFiles(
        "u\ta\nu\tb\nu\tc\nu\td\nv\te\n",
        "u\te\nv\tf\n",
        "u\ta\t9\nu\tb\t8\nu\tc\t7\nu\td\t6\nu\te\t5\n");
    // u has the only pair in order, v no list
    EvaluatedRow half = row("LAUC", 5, (1 + 1 / 2.0) / 2, 2);
    assertValues(evaluate("--metrics", "LAUC", "--cutoffs", "5"), half);
    assertValues(evaluate("--metrics", "LAUC", "--cutoffs", "5", "--mask", "train"), half);

    writeFiles("u\ta\nu\tb\n", "u\te\n", "u\ta\t9\nu\te\t5\n");
    assertValues(evaluate("--metrics", "LAUC", "--cutoffs", "2"), row("LAUC", 2, Double.NaN, 0));
  }

  @Test
  void recboleWeighsTheUsersThatAreMeasured() throws IOException {
    String first = "u\ta\t5\nu\tb\t4\nu\tc\t3\nu\td\t2\nu\te\t1\n";
    writeFiles("w\td\n", "u\ta\nu\tb\nu\tc\nv\tf\n", first);
    String[] gauc = {"--metrics", "GAUC", "--cutoffs", "3", "--convention", "recbole"};
    assertValues(evaluate(gauc), row("GAUC", 3, 1, 1));

    Files.writeString(folder.resolve("recs.tsv"), first + "v\tg\t2\nv\tf\t1\n");
    assertValues(evaluate(gauc), row("GAUC", 3, (3 * 1 + 0) / 4.0, 2));
  }

  @Test
  void elliotHasNoAreaWhereNothingIsIrrelevant() throws IOException {
    writeFiles("u1\ti0\t5\n", "u1\ti2\t1\n", "u1\ti1\t3\nu1\ti2\t1\n");

    assertValues(
        evaluate("--metrics", "AUC,GAUC,LAUC", "--cutoffs", "2", "--convention", "elliot"),
        row("AUC", 2, Double.NaN, 0),
        row("GAUC", 2, Double.NaN, 0),
        row("LAUC", 2, Double.NaN, 0));
  }
}
