package org.trellisrec.pipeline;

import com.carrotsearch.hppc.FloatArrayList;
import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.TextInput;
import org.trellisrec.spi.InputException;

/**
 * Interactions as lines of user, item, rating and, where there are any, timestamp, separated by
 * tabs, in original ids and without a header: the form that Elliot, RecBole and others read.
 */
final class MatrixFile {
  private static final int WITHOUT_TIME = 3;
  private static final int WITH_TIME = 4;

  private final Vocabulary users;
  private final Vocabulary items;

  MatrixFile(Vocabulary users, Vocabulary items) {
    this.users = users;
    this.items = items;
  }

  void write(Path file, Interactions interactions) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int user = 0; user < interactions.rows(); user++) {
        String id = users.id(user);
        for (int p = interactions.start(user); p < interactions.end(user); p++) {
          out.append(id).append('\t').append(items.id(interactions.column(p))).append('\t');
          out.append(Float.toString(interactions.rating(p)));
          if (interactions.hasTimestamps()) {
            out.append('\t').append(Long.toString(interactions.timestamp(p)));
          }
          out.append('\n');
        }
      }
    }
  }

  Interactions read(Path file) {
    Rows rows = new Rows(file);
    TextInput.forEachLine(file, rows::add);
    return Interactions.of(
        users.size(),
        items.size(),
        rows.userOf.toArray(),
        rows.itemOf.toArray(),
        rows.ratings.toArray(),
        rows.fields == WITH_TIME ? rows.times.toArray() : null);
  }

  private final class Rows {
    private final Path file;
    private final IntArrayList userOf = new IntArrayList();
    private final IntArrayList itemOf = new IntArrayList();
    private final FloatArrayList ratings = new FloatArrayList();
    private final LongArrayList times = new LongArrayList();
    private int fields = -1;
    private String lastId = "";
    private int lastUser = -1;

    Rows(Path file) {
      this.file = file;
    }

    void add(int number, String line) {
      String[] parts = line.split("\t", -1);
      if (fields < 0) {
        fields = parts.length;
      }
      if (parts.length != fields || fields < WITHOUT_TIME || fields > WITH_TIME) {
        throw new InputException(
            "%s:%d: %d fields; expected user, item, rating and on every line or none a timestamp",
            file, number, parts.length);
      }
      if (lastUser < 0 || !parts[0].equals(lastId)) {
        lastId = parts[0];
        lastUser = index(number, users, "user", parts[0]);
      }
      userOf.add(lastUser);
      itemOf.add(index(number, items, "item", parts[1]));
      addNumbers(number, parts);
    }

    private void addNumbers(int number, String[] parts) {
      try {
        ratings.add(Float.parseFloat(parts[2]));
        if (fields == WITH_TIME) {
          times.add(Long.parseLong(parts[3]));
        }
      } catch (NumberFormatException e) {
        throw new InputException(
            "%s:%d: rating or timestamp is not a number: %s", file, number, e.getMessage());
      }
    }

    private int index(int number, Vocabulary ids, String kind, String id) {
      int index = ids.indexOf(id);
      if (index < 0) {
        throw new InputException("%s:%d: %s '%s' is not in the data", file, number, kind, id);
      }
      return index;
    }
  }
}
