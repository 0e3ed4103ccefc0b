package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.files.AtomicFiles;

class HtmlReportTest {
  @TempDir Path folder;

  @BeforeEach
  void writeWhatEveryRunHas() throws IOException {
    Table table =
        new Table(
            List.of("model", "nDCG"),
            List.of(List.of("A<b>&1", "**0.5**"), List.of("B", "<u>0.4</u>")));
    write("results.md", "# Results\n\n## warm, cutoff 10\n\n" + table.markdown());
    write("notes.txt", "protocol 'warm': 1 < 2\n");
    write("resolved.yml", "experiment:\n  dataset: toy\n");
  }

  private void write(String name, String content) throws IOException {
    AtomicFiles.write(folder.resolve(name), content);
  }

  private String page() throws IOException {
    return HtmlReport.of(folder, "{\"version\" : \"1\"}");
  }

  @Test
  void tablesAreTablesAndNamesAreText() throws IOException {
    assertThat(page())
        .contains("<title>" + folder.getFileName() + "</title>", "<h1>Results</h1>")
        .contains("<header>" + folder.getFileName() + "</header>")
        .contains("<td align=\"left\">A&lt;b&gt;&amp;1</td>")
        .contains("<td align=\"right\"><strong>0.5</strong></td>")
        .contains("<td align=\"right\"><u>0.4</u></td>")
        .doesNotContain("<h1>Significance</h1>", "<h1>Analyses</h1>", "A<b>");
  }

  @Test
  void aTableWithoutATitleGetsOneAndAWarningStaysAhead() throws IOException {
    write("missing_modalities.md", new Table(List.of("kept"), List.of(List.of("1"))).markdown());
    write("results.md", "> **Warning:** chosen on test data\n\n# Results\n");
    String body = page().substring(page().indexOf("<body>"));
    assertThat(body).contains("</header>\n<blockquote>").containsOnlyOnce("<h1>Results</h1>");
    assertThat(body).contains("<h1>Missing modalities</h1>\n<table>");
  }

  @Test
  void notesProvenanceAndConfigurationAreShownAsTheyAre() throws IOException {
    assertThat(page())
        .contains("protocol 'warm': 1 &lt; 2\n", "{&quot;version&quot; : &quot;1&quot;}")
        .contains("experiment:\n  dataset: toy\n");
    write("notes.txt", "");
    assertThat(page()).doesNotContain("<h1>Notes</h1>");
  }

  @Test
  void analysesAreInThePage() throws IOException {
    Path analyses = folder.resolve("analyses");
    write("analyses/gap.md", new Table(List.of("model"), List.of(List.of("SiBraR"))).markdown());
    AtomicFiles.write(analyses.resolve("gap-t-sne.png"), new byte[] {1, 2, 3});
    AtomicFiles.write(analyses.resolve("gap-t-sne.svg"), new byte[] {1, 2, 3});
    write("analyses/gap.csv", "not,shown\n");
    assertThat(page())
        .contains("<h1>Analyses</h1>", "<h2>gap</h2>", ">SiBraR</td>")
        .contains("<img src=\"data:image/png;base64,AQID\" alt=\"gap-t-sne\"")
        .doesNotContain("not,shown");
  }

  @Test
  void whatIsMissingIsLeftOut() throws IOException {
    Files.delete(folder.resolve("notes.txt"));
    Files.delete(folder.resolve("resolved.yml"));
    assertThat(HtmlReport.of(folder.resolve("."), ""))
        .contains("<title>" + folder.getFileName() + "</title>", "<h1>Results</h1>")
        .doesNotContain("<h1>Notes</h1>", "<h1>Provenance</h1>", "<h1>Configuration</h1>");
  }

  @Test
  void nothingElseIsNeeded() throws IOException {
    AtomicFiles.write(Files.createDirectories(folder.resolve("analyses")).resolve("a.png"), "x");
    assertThat(page()).doesNotContain("http", "<link", "<script", "src=\"a", "@import", "url(");
  }
}
