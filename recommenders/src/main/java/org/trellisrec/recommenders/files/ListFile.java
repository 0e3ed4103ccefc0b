package org.trellisrec.recommenders.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.InputException;

/** Reads a file with one recommendation per line: user, item, score, separated by tabs. */
final class ListFile {
  private final Path path;
  private final Vocabulary users;
  private final Vocabulary items;
  private final List<RankedItems> lists;
  private final Unknown unknownUsers = new Unknown("user");
  private final Unknown unknownItems = new Unknown("item");
  private int lines;

  private ListFile(Path path, Vocabulary users, Vocabulary items) {
    this.path = path;
    this.users = users;
    this.items = items;
    this.lists = new ArrayList<>();
    for (int user = 0; user < users.size(); user++) {
      lists.add(null);
    }
  }

  /**
   * The list of every user, null for users without one.
   *
   * @param note is told of rows that were left out, and why
   * @throws InputException if the file cannot be read or a row is malformed
   */
  static List<RankedItems> read(
      Path path, Vocabulary users, Vocabulary items, Consumer<String> note) {
    ListFile file = new ListFile(path, users, items);
    file.readAll();
    file.finish(note);
    return file.lists;
  }

  private void readAll() {
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines++;
        if (!line.isBlank()) {
          add(line);
        }
      }
    } catch (NoSuchFileException e) {
      throw new InputException("%s: there is no such file of recommendations", path);
    } catch (CharacterCodingException e) {
      throw new InputException("%s: line %d or one soon after it is not UTF-8", path, lines + 1);
    } catch (IOException e) {
      throw new InputException("%s: cannot be read: %s", path, e);
    }
  }

  private void add(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 3) {
      throw new InputException(
          "%s:%d: expected user, item and score separated by tabs, but found %d column(s): '%s'",
          path, lines, fields.length, line);
    }
    double score = score(fields[2]);
    int user = users.indexOf(fields[0]);
    int item = items.indexOf(fields[1]);
    unknownUsers.count(user, fields[0], lines);
    unknownItems.count(item, fields[1], lines);
    if (user >= 0 && item >= 0) {
      if (lists.get(user) == null) {
        lists.set(user, new RankedItems());
      }
      lists.get(user).add(item, score);
    }
  }

  private double score(String field) {
    try {
      double score = Double.parseDouble(field.strip());
      if (Float.isFinite((float) score)) {
        return score;
      }
    } catch (NumberFormatException e) {
      throw notANumber(field);
    }
    throw notANumber(field);
  }

  private InputException notANumber(String field) {
    return new InputException(
        "%s:%d: expected a finite number as score, but found '%s'%s",
        path, lines, field, lines == 1 ? "; the file must not have a header" : "");
  }

  private void finish(Consumer<String> note) {
    int repeated = 0;
    for (RankedItems list : lists) {
      repeated += list == null ? 0 : list.rank();
    }
    unknownUsers.report(path, lines, note);
    unknownItems.report(path, lines, note);
    if (repeated > 0) {
      note.accept(
          "%s: %d of %d rows repeat an item of the same user; the better ranked one was kept"
              .formatted(path, repeated, lines));
    }
  }

  /** Counts ids that the data set does not have. */
  private static final class Unknown {
    private final String kind;
    private String example;
    private int count;

    Unknown(String kind) {
      this.kind = kind;
    }

    void count(int index, String id, int line) {
      if (index < 0) {
        example = count++ == 0 ? "'%s' in line %d".formatted(id, line) : example;
      }
    }

    void report(Path path, int lines, Consumer<String> note) {
      if (count > 0) {
        note.accept(
            "%s: %d of %d rows name a%s %s that the data set does not have, first %s; they were left"
                    .formatted(path, count, lines, kind.startsWith("i") ? "n" : "", kind, example)
                + " out");
      }
    }
  }
}
