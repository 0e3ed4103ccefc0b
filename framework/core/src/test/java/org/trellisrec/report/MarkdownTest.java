package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final String NAME = "_K_ `c` [a](b) {z} *|* <b> &lt;";
  private static final String NAME_AS_HTML = asHtml(NAME);

  private static String html(String markdown) {
    return HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .build()
        .render(Parser.builder().extensions(EXTENSIONS).build().parse(markdown));
  }

  private static String asHtml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NAME,
        "EASE_R",
        "**a** *b* ***",
        "__a__ _b_ a__b_c -_d_ _",
        "a_*b*_c (_d_)_e_",
        "``a`` `",
        "[a]: b",
        "[a][b] ![c](d) [e]",
        "<u>a</u> <http://a.b> <!-- c --> <?d?> p < 0.05",
        "&amp; &#65; &#x41; a&b A & B",
        "a\\b \\* \\\\_c_ \\",
        "\\|a||b\\",
        "\u00E9_\u00E9_ _\u00FC_ 1_2_3"
      })
  void namesAreReadAsTheyAre(String name) {
    String escaped = Markdown.escape(name);
    assertThat(html(escaped)).isEqualTo("<p>" + asHtml(name) + "</p>\n");
    assertThat(html("## " + escaped + ", cutoff 10"))
        .isEqualTo("<h2>" + asHtml(name) + ", cutoff 10</h2>\n");
    assertThat(html(new Table(List.of(name, name), List.of(List.of(name, name))).escapedMarkdown()))
        .contains("<th align=\"left\">" + asHtml(name) + "</th>")
        .contains("<th align=\"right\">" + asHtml(name) + "</th>")
        .contains("<td align=\"left\">" + asHtml(name) + "</td>")
        .contains("<td align=\"right\">" + asHtml(name) + "</td>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"EASE_R", "validation_warm", "a__b", "warm[genres+text]", "p < 0.05", "A & B"})
  void usualNamesStayReadable(String name) {
    assertThat(Markdown.escape(name)).isEqualTo(name);
  }

  @Test
  void resultTablesShowNamesAndMarks() {
    ResultsTable.Cell cell =
        new ResultsTable.Cell(
            Spread.of(0.5), ResultsTable.Mark.BEST, ResultsTable.Star.SIGNIFICANT, "4");
    ResultsTable table =
        new ResultsTable(
            new ResultsTable.Section(NAME, NAME, 5),
            List.of(new ResultsTable.Column(NAME, ResultsTable.Direction.HIGHER, "4")),
            List.of(new ResultsTable.Row(NAME, "", List.of(cell), "4")),
            "Of " + NAME + ".");
    Map<String, String> files = SignificanceFiles.of(List.of(table), Optional.empty());
    assertThat(html(files.get("results.md")))
        .contains("<h2>" + NAME_AS_HTML + ", cutoff 5</h2>")
        .contains("<th align=\"right\">" + NAME_AS_HTML + " ↑</th>")
        .contains("<td align=\"left\">" + NAME_AS_HTML + "</td>")
        .contains("<td align=\"right\"><strong>0.5000</strong>*</td>")
        .contains("<p>Of " + NAME_AS_HTML + ".</p>");
  }

  @Test
  void parameterTablesShowNames() {
    ParameterRow row = new ParameterRow(NAME, 0, 42, "warm", "0", NAME, 3);
    assertThat(html(ParameterTable.section(List.of(row))))
        .contains("<th align=\"right\">" + NAME_AS_HTML + "</th>")
        .contains("<td align=\"left\">" + NAME_AS_HTML + "</td>");
  }
}
