package org.trellisrec.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table of text, and the forms it is written in.
 *
 * @param header column names
 * @param rows cells, one list of the header's length per row
 */
public record Table(List<String> header, List<List<String>> rows) {
  private static final String GAP = "  ";

  /** Keeps its own copies, and checks that every row is as long as the header. */
  public Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException("row %s does not fit header %s".formatted(row, header));
      }
    }
  }

  /** Comma-separated, header first, quoted where needed. */
  public String csv() {
    StringBuilder out = new StringBuilder();
    CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      printer.printRecord(header);
      printer.printRecords(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** A Markdown table of cells that are text, such as labels, in which no sign is a mark. */
  public String escapedMarkdown() {
    return new Table(escaped(header), rows.stream().map(Table::escaped).toList()).markdown();
  }

  private static List<String> escaped(List<String> cells) {
    return cells.stream().map(Markdown::escape).toList();
  }

  /**
   * A Markdown table of cells that are Markdown themselves; every column but the first is
   * right-aligned.
   */
  public String markdown() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(header);
    lines.addAll(rows);
    lines.replaceAll(line -> line.stream().map(cell -> cell.replace("|", "\\|")).toList());
    int[] widths = widths(lines);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      out.append("| ").append(String.join(" | ", padded(lines.get(i), widths))).append(" |\n");
      if (i == 0) {
        out.append('|').append(rule(widths)).append("|\n");
      }
    }
    return out.toString();
  }

  /** Plain text with all columns side by side. */
  public String text() {
    return text(Integer.MAX_VALUE);
  }

  /**
   * Plain text for a terminal: aligned columns, no frame. Columns that do not fit beside the others
   * follow below, each group of them with the first column before it.
   *
   * @param width characters of a line; one that holds the first column and a further one may be
   *     longer
   */
  public String text(int width) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(header);
    lines.addAll(rows);
    int[] widths = widths(lines);
    lines.replaceAll(line -> padded(line, widths));
    List<String> blocks = new ArrayList<>();
    int from = 1;
    do {
      int to = from;
      int used = widths[0];
      while (to < widths.length && (to == from || used + GAP.length() + widths[to] <= width)) {
        used += GAP.length() + widths[to++];
      }
      blocks.add(text(lines, from, to));
      from = to;
    } while (from < widths.length);
    return String.join("\n", blocks);
  }

  private static String text(List<List<String>> lines, int from, int to) {
    return lines.stream()
        .map(
            line ->
                Stream.concat(Stream.of(line.get(0)), line.subList(from, to).stream())
                        .collect(Collectors.joining(GAP))
                        .stripTrailing()
                    + "\n")
        .collect(Collectors.joining());
  }

  /** A LaTeX {@code tabular} in booktabs style. */
  public String latex() {
    StringBuilder out = new StringBuilder();
    out.append("\\begin{tabular}{l").append("r".repeat(header.size() - 1)).append("}\n\\toprule\n");
    out.append(latexRow(header)).append("\\midrule\n");
    rows.forEach(row -> out.append(latexRow(row)));
    return out.append("\\bottomrule\n\\end{tabular}\n").toString();
  }

  private static String latexRow(List<String> cells) {
    return cells.stream().map(Latex::escape).collect(Collectors.joining(" & ", "", " \\\\\n"));
  }

  private static int[] widths(List<List<String>> lines) {
    return IntStream.range(0, lines.get(0).size())
        .map(column -> lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0))
        .toArray();
  }

  private static List<String> padded(List<String> cells, int[] widths) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String space = " ".repeat(widths[i] - cells.get(i).length());
      padded.add(i == 0 ? cells.get(i) + space : space + cells.get(i));
    }
    return padded;
  }

  private static String rule(int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> i == 0 ? ":" + "-".repeat(widths[i] + 1) : "-".repeat(widths[i] + 1) + ":")
        .collect(Collectors.joining("|"));
  }
}
