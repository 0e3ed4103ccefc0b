package org.trellisrec.io;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trellisrec.input.Excerpt;
import org.trellisrec.spi.InputException;

/** The positions of the columns of one file, from 0; -1 for a column it lacks. */
record Layout(int user, int item, int rating, int timestamp, int width) {
  /** User and item alone, in lines that are not split into columns. */
  static final Layout ADJACENCY = new Layout(0, 1, -1, -1, 2);

  private static final String NONE = "none";
  private static final Set<String> USER = Set.of("user", "user_id", "userid", "uid", "reviewerid");
  private static final Set<String> ITEM =
      Set.of("item", "item_id", "itemid", "iid", "movie_id", "movieid", "asin");
  private static final Set<String> RATING = Set.of("rating", "overall", "score", "value");
  private static final Set<String> TIMESTAMP =
      Set.of("timestamp", "time", "unixreviewtime", "datetime");

  /**
   * Finds the columns.
   *
   * @param file how messages call the file
   * @param first the header's names, or the columns of the first row if there is no header
   */
  static Layout of(String file, Format format, List<String> first) {
    if (first.size() < 2) {
      throw new InputException(
          "%s:1: expected at least 2 columns (user and item) separated by %s, found 1: '%s'; %s",
          file,
          format.delimiterName(),
          Excerpt.of(first.get(0)),
          SeparatorGuess.advice(first.get(0), format.delimiter(), "", Remedy.FORMAT.separator())
              .map("it "::concat)
              .orElse("set format.separator"));
    }
    Columns columns = format.columns();
    Finder finder = new Finder(file, format, first);
    Layout layout =
        new Layout(
            finder.find("user", columns.user(), 0, USER),
            finder.find("item", columns.item(), 1, ITEM),
            finder.find("rating", columns.rating(), 2, RATING),
            finder.find("timestamp", columns.timestamp(), 3, TIMESTAMP),
            first.size());
    layout.requireDistinct(file);
    if (format.header() == null) {
      layout.requireRow(file, first);
    }
    return layout;
  }

  /** Number of columns that are read. */
  int used() {
    return 2 + (rating >= 0 ? 1 : 0) + (timestamp >= 0 ? 1 : 0);
  }

  /** Numbers of the columns that are not read, counted from 1. */
  List<Integer> unused() {
    return IntStream.range(0, width)
        .filter(c -> c != user && c != item && c != rating && c != timestamp)
        .mapToObj(c -> c + 1)
        .toList();
  }

  private void requireDistinct(String file) {
    Set<Integer> seen = new TreeSet<>();
    for (int column : new int[] {user, item, rating, timestamp}) {
      if (column >= 0 && !seen.add(column)) {
        throw new InputException(
            "%s: format.columns gives column %d two meanings", file, column + 1);
      }
    }
  }

  /**
   * Refuses a first line of names. A single name counts in the column of its role alone, since
   * words such as {@code time} can be ids.
   */
  private void requireRow(String file, List<String> first) {
    long roles =
        Stream.of(USER, ITEM, RATING, TIMESTAMP)
            .filter(names -> first.stream().anyMatch(cell -> isOneOf(names, cell)))
            .count();
    boolean usual = roles > 1 || isOneOf(USER, first.get(user)) || isOneOf(ITEM, first.get(item));
    if (usual && first.stream().allMatch(AtomicField::isField)) {
      throw new InputException(
          "%s:1: this is the header of an atomic file: '%s'; set strategy: recbole, or"
              + " format.header: true to read its interactions alone, or false to read the line as"
              + " an interaction",
          file, Excerpt.of(String.join(", ", first)));
    }
    if (usual) {
      throw new InputException(
          "%s:1: these are usual names of columns: '%s'; set format.header: true, or false to read"
              + " the line as an interaction",
          file, Excerpt.of(String.join(", ", first)));
    }
  }

  /** True for a name with the type of a field of an atomic file too. */
  private static boolean isOneOf(Set<String> names, String cell) {
    return names.contains(AtomicField.nameOf(cell.strip()).toLowerCase(Locale.ROOT));
  }

  private record Finder(String file, Format format, List<String> first) {
    int find(String role, String given, int usual, Set<String> names) {
      boolean required = usual < 2;
      if (given == null) {
        return format.hasHeader()
            ? byUsualName(role, names, required)
            : byPosition(usual, required);
      }
      if (given.equalsIgnoreCase(NONE) && !required) {
        return -1;
      }
      return given.matches("[0-9]{1,9}")
          ? byNumber(role, Integer.parseInt(given))
          : byName(role, given);
    }

    private int byPosition(int usual, boolean required) {
      boolean read = required || format.columns().isDefault();
      return read && usual < first.size() ? usual : -1;
    }

    private int byNumber(String role, int number) {
      if (number < 1 || number > first.size()) {
        throw new InputException(
            "%s: format.columns.%s is %d, but the file has columns 1 to %d",
            file, role, number, first.size());
      }
      return number - 1;
    }

    private int byName(String role, String name) {
      int found = first.indexOf(name);
      if (!format.hasHeader()) {
        throw new InputException(
            "%s: format.columns.%s is '%s', but names need format.header: true; without header give"
                + " a number counted from 1",
            file, role, name);
      }
      if (found < 0) {
        throw new InputException(
            "%s:1: no column '%s' for format.columns.%s; the header has %s",
            file, name, role, Excerpt.of(String.join(", ", first)));
      }
      return found;
    }

    private int byUsualName(String role, Set<String> names, boolean required) {
      int found = -1;
      for (int column = 0; column < first.size(); column++) {
        if (isOneOf(names, first.get(column))) {
          if (found >= 0) {
            throw new InputException(
                "%s:1: both '%s' and '%s' could be the %s; set format.columns.%s",
                file, first.get(found), first.get(column), role, role);
          }
          found = column;
        }
      }
      if (required && found < 0) {
        throw new InputException(
            "%s:1: no column of the header is known to hold the %s; set format.columns.%s to one of"
                + " %s",
            file, role, role, Excerpt.of(String.join(", ", first)));
      }
      return found;
    }
  }
}
