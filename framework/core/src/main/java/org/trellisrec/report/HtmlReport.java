package org.trellisrec.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * One page about a run that needs no other file: the tables that its folder has as Markdown, its
 * plots, notes, provenance and configuration.
 */
final class HtmlReport {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser MARKDOWN = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .nodeRendererFactory(Underlines::new)
          .build();

  /** The one tag that our Markdown has, since it has no sign for it; any other is text. */
  private record Underlines(HtmlNodeRendererContext context) implements NodeRenderer {
    private static final Set<String> TAGS = Set.of("<u>", "</u>");

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(HtmlInline.class);
    }

    @Override
    public void render(Node node) {
      String tag = ((HtmlInline) node).getLiteral();
      if (TAGS.contains(tag)) {
        context.getWriter().raw(tag);
      } else {
        context.getWriter().text(tag);
      }
    }
  }

  private final Path folder;
  private final Node page = new Document();

  private HtmlReport(Path folder) {
    this.folder = folder;
  }

  /**
   * The page.
   *
   * @param folder of the run; what it lacks is left out
   * @param provenance as JSON, empty if it is not known
   */
  static String of(Path folder, String provenance) throws IOException {
    HtmlReport report = new HtmlReport(folder);
    report.tables("Results", "results.md");
    report.tables("Trade-offs", TradeOffTables.MARKDOWN);
    report.tables("Significance", "significance.md");
    report.tables("Missing modalities", "missing_modalities.md");
    report.analyses();
    report.text("Notes", read(folder.resolve("notes.txt")));
    report.text("Provenance", provenance);
    report.text("Configuration", read(folder.resolve("resolved.yml")));
    return report.whole();
  }

  /** The content of a text file; empty if there is none. */
  static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** The tables of a file, if there is one, under its own title or else this one. */
  private void tables(String title, String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      Node tables = MARKDOWN.parse(Files.readString(file));
      if (!hasTitle(tables)) {
        heading(1, title);
      }
      while (tables.getFirstChild() != null) {
        page.appendChild(tables.getFirstChild());
      }
    }
  }

  private static boolean hasTitle(Node document) {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == 1) {
        return true;
      }
    }
    return false;
  }

  /** Tables and plots in the order of their names, so that those of one analysis are together. */
  private void analyses() throws IOException {
    Path analyses = folder.resolve("analyses");
    if (!Files.isDirectory(analyses)) {
      return;
    }
    heading(1, "Analyses");
    for (String name : names(analyses)) {
      if (name.endsWith(".md")) {
        heading(2, stem(name));
        page.appendChild(MARKDOWN.parse(Files.readString(analyses.resolve(name))));
      } else if (name.endsWith(".png")) {
        heading(2, stem(name));
        plot(name, Files.readAllBytes(analyses.resolve(name)));
      }
    }
  }

  private static List<String> names(Path analyses) throws IOException {
    try (Stream<Path> files = Files.list(analyses)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String stem(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private void plot(String name, byte[] png) {
    String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    Image image = new Image(data, null);
    image.appendChild(new Text(stem(name)));
    Node paragraph = new Paragraph();
    paragraph.appendChild(image);
    page.appendChild(paragraph);
  }

  private void text(String title, String content) {
    if (!content.isEmpty()) {
      heading(1, title);
      FencedCodeBlock block = new FencedCodeBlock();
      block.setLiteral(content);
      page.appendChild(block);
    }
  }

  private void heading(int level, String title) {
    Heading heading = new Heading();
    heading.setLevel(level);
    heading.appendChild(new Text(title));
    page.appendChild(heading);
  }

  private String whole() throws IOException {
    String run = HTML.render(new Text(folder.toRealPath().getFileName().toString()));
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <header>%s</header>
        %s</body>
        </html>
        """
        .formatted(run, style(), run, HTML.render(page));
  }

  private static String style() throws IOException {
    try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
