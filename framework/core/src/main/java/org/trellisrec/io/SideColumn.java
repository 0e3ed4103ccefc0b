package org.trellisrec.io;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.trellisrec.data.EnumWord;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Scaling;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.text.TextVectors;

/**
 * What makes a modality out of columns of a file.
 *
 * @param columns where its values stand; none for the column of the modality's own name
 * @param type what the values are; null for what the file says
 * @param separator what stands between labels or numbers in one cell; null for the usual one
 * @param pattern a regular expression that finds the value in a cell, or null for the whole cell
 * @param missing cells that stand for no value, beside empty ones
 * @param scaling how numbers are scaled
 * @param text how texts become vectors
 */
public record SideColumn(
    @Param(
            description =
                "Its column, a header name or a number counted from 1, or several columns of numbers;"
                    + " by default the column named like the modality.",
            byDefault = "[]",
            aliases = "column")
        List<String> columns,
    @Param(
            description =
                "What the values are; needed where the file does not say (RecBole's files do).",
            byDefault = Param.OPTIONAL)
        Type type,
    @Param(
            description =
                "What stands between the labels or numbers of one cell; by default | for labels and a"
                    + " space for numbers.",
            byDefault = Param.OPTIONAL)
        String separator,
    @Param(
            description =
                "Regular expression that finds the value in a cell: its first group, or the whole"
                    + " match. A cell without match is no value.",
            byDefault = Param.OPTIONAL)
        String pattern,
    @Param(description = "Cells that stand for no value, beside empty ones.", byDefault = "[]")
        List<String> missing,
    @Param(
            description =
                "How numbers are scaled, by what is found in the entities with training interactions.",
            byDefault = "none")
        Scaling scaling,
    @Param(description = "How texts become vectors.", byDefault = "{}") TextVectors text) {
  /** What the values of a modality are. */
  public enum Type {
    /** One label. */
    CATEGORICAL,
    /** Several labels in one cell. */
    MULTI_HOT,
    /** A number, or several in columns of their own. */
    NUMERIC,
    /** Several numbers in one cell. */
    VECTOR,
    /** Words. */
    TEXT
  }

  /** Checks the regular expression, and that what is given has a use. */
  public SideColumn {
    columns = List.copyOf(columns);
    missing = List.copyOf(missing);
    if (pattern != null) {
      compile(pattern);
    }
    if (columns.size() > 1 && type != null && type != Type.NUMERIC) {
      throw new InputException(
          "type %s takes one column, but columns names %d; only numeric takes several",
          EnumWord.of(type), columns.size());
    }
    boolean numbers = type == null || type == Type.NUMERIC || type == Type.VECTOR;
    if (scaling != Scaling.NONE && !numbers) {
      throw new InputException("scaling is for type numeric or vector; remove it");
    }
    if (separator != null
        && (separator.isEmpty()
            || !(type == null || type == Type.MULTI_HOT || type == Type.VECTOR))) {
      throw new InputException("separator is for type multi_hot or vector, and not empty");
    }
    if (type != null && type != Type.TEXT && !text.equals(TextVectors.DEFAULT)) {
      throw new InputException("text is for type text; remove it");
    }
  }

  /** The same with the type that a file says; checked again, for now it is known. */
  private SideColumn withType(Type known) {
    return new SideColumn(columns, known, separator, pattern, missing, scaling, text);
  }

  /** Nothing but defaults. */
  static final SideColumn DEFAULT =
      new SideColumn(List.of(), null, null, null, List.of(), Scaling.NONE, TextVectors.DEFAULT);

  /**
   * What holds in a file unless a column says otherwise.
   *
   * @param type what the values are; null if the file does not say
   * @param labels what stands between labels
   * @param numbers what stands between numbers
   */
  record Usual(Type type, String labels, String numbers) {}

  private static Pattern compile(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new InputException(
          "pattern '%s' is no regular expression: %s", pattern, e.getDescription());
    }
  }

  /**
   * The modality of these cells.
   *
   * @throws InputException if a value is wrong, or what is given does not fit the type
   */
  Modality modality(SideCells cells, Usual usual, ReadContext context) {
    if (type == null) {
      return withType(usual.type()).modality(cells, usual, context);
    }
    SideCells values = cells.map(this::value);
    return switch (type) {
      case CATEGORICAL -> values.categorical();
      case MULTI_HOT -> multiHot(values, separator == null ? usual.labels() : separator, context);
      case NUMERIC -> values.numbers(scaling);
      case VECTOR -> values.vectors(separator == null ? usual.numbers() : separator, scaling);
      case TEXT -> new TextModality(text, context).of(values.text());
    };
  }

  private static Modality multiHot(SideCells cells, String separator, ReadContext context) {
    cells.separatorRemark(separator).ifPresent(context::note);
    return cells.multiHot(separator);
  }

  private String value(String cell) {
    String found = cell;
    if (pattern != null) {
      Matcher matcher = compile(pattern).matcher(cell);
      found = matcher.find() ? matcher.group(Math.min(1, matcher.groupCount())) : null;
    }
    return found == null || missing.contains(found.strip()) ? null : found;
  }
}
