package org.trellisrec.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Writes result tables with their marks. */
public final class ResultsMarkup {
  private ResultsMarkup() {}

  /** A Markdown table with its caption below; {@code <u>} underlines where HTML is understood. */
  public static String markdown(ResultsTable table) {
    List<String> header = new ArrayList<>(List.of("model"));
    table
        .metrics()
        .forEach(
            column -> header.add(Markdown.escape(column.metric()) + arrow(column, " ↑", " ↓")));
    header.add("users");
    List<List<String>> rows = new ArrayList<>();
    for (ResultsTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(List.of(Markdown.escape(row.label())));
      row.cells().forEach(cell -> cells.add(markdown(cell)));
      cells.add(row.users());
      rows.add(cells);
    }
    rows.addAll(usersByMetric(table, i -> ""));
    return new Table(header, rows).markdown() + "\n" + Markdown.escape(table.caption()) + "\n";
  }

  /** A last row with the number of users behind each metric, where they differ. */
  private static List<List<String>> usersByMetric(ResultsTable table, IntFunction<String> room) {
    if (!table.usersDiffer()) {
      return List.of();
    }
    List<String> cells = new ArrayList<>(List.of("users"));
    for (int i = 0; i < table.metrics().size(); i++) {
      cells.add(table.metrics().get(i).users() + room.apply(i));
    }
    cells.add("");
    return List.of(cells);
  }

  /**
   * Plain text for a terminal, without marks; a star stands where the other forms have one.
   *
   * @param width characters of a line; metrics that do not fit beside the others follow below
   */
  public static String text(ResultsTable table, int width) {
    boolean[] stars = new boolean[table.metrics().size()];
    for (ResultsTable.Row row : table.rows()) {
      for (int i = 0; i < stars.length; i++) {
        stars[i] |= starred(row.cells().get(i));
      }
    }
    List<String> header = new ArrayList<>(List.of("model"));
    for (int i = 0; i < stars.length; i++) {
      header.add(table.metrics().get(i).metric() + (stars[i] ? " " : ""));
    }
    header.add("users");
    boolean any = IntStream.range(0, stars.length).anyMatch(i -> stars[i]);
    List<List<String>> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.add(text(row, stars)));
    rows.addAll(usersByMetric(table, i -> stars[i] ? " " : ""));
    return new Table(header, rows).text(width)
        + (any ? "* significantly better than every other model\n" : "");
  }

  /** A column with a star is one character wider, so that digits stay below each other. */
  private static List<String> text(ResultsTable.Row row, boolean[] stars) {
    List<String> cells = new ArrayList<>(List.of(row.label()));
    for (int i = 0; i < stars.length; i++) {
      String room = stars[i] ? " " : "";
      cells.add(text(row.cells().get(i), " ± ") + (starred(row.cells().get(i)) ? "*" : room));
    }
    cells.add(row.users());
    return cells;
  }

  /** A LaTeX {@code table} in the style of the booktabs package, which it needs. */
  public static String latex(ResultsTable table) {
    StringBuilder out = new StringBuilder("\\begin{table}\n\\centering\n");
    out.append("\\caption{").append(Latex.escape(table.caption())).append("}\n");
    out.append("\\begin{tabular}{l").append("r".repeat(table.metrics().size() + 1)).append("}\n");
    out.append("\\toprule\nmodel");
    for (ResultsTable.Column column : table.metrics()) {
      out.append(" & ").append(Latex.escape(column.metric()));
      out.append(arrow(column, " $\\uparrow$", " $\\downarrow$"));
    }
    out.append(" & users \\\\\n\\midrule\n");
    for (ResultsTable.Row row : table.rows()) {
      out.append(Latex.escape(row.label()));
      row.cells().forEach(cell -> out.append(" & ").append(latex(cell)));
      out.append(" & ").append(row.users().replace("-", "--")).append(" \\\\\n");
    }
    for (List<String> row : usersByMetric(table, i -> "")) {
      out.append("\\midrule\n");
      out.append(String.join(" & ", row).replace("-", "--")).append(" \\\\\n");
    }
    return out.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n").toString();
  }

  private static String arrow(ResultsTable.Column column, String up, String down) {
    return switch (column.direction()) {
      case HIGHER -> up;
      case LOWER -> down;
      case NONE -> "";
    };
  }

  private static boolean starred(ResultsTable.Cell cell) {
    return cell.star() == ResultsTable.Star.SIGNIFICANT;
  }

  private static String markdown(ResultsTable.Cell cell) {
    String value = text(cell, " ± ");
    String marked =
        switch (cell.mark()) {
          case BEST -> "**" + value + "**";
          case SECOND -> "<u>" + value + "</u>";
          case NONE -> value;
        };
    return starred(cell) ? marked + "\\*" : marked;
  }

  private static String latex(ResultsTable.Cell cell) {
    String value = text(cell, " $\\pm$ ");
    String marked =
        switch (cell.mark()) {
          case BEST -> "\\textbf{" + value + "}";
          case SECOND -> "\\underline{" + value + "}";
          case NONE -> value;
        };
    return starred(cell) ? marked + "$^{*}$" : marked;
  }

  private static String text(ResultsTable.Cell cell, String plusMinus) {
    return cell.value().text(ResultsMarkup::number, plusMinus);
  }

  /** Four digits after the point, one for large numbers, a dash for NaN. */
  static String number(double value) {
    return Double.isNaN(value)
        ? "-"
        : String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.1f" : "%.4f", value);
  }
}
