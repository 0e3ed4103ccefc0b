package org.trellisrec.pipeline;

import com.carrotsearch.hppc.IntArrayList;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.input.TextInput;
import org.trellisrec.spi.InputException;

/** Reads lines of a user and items that are to compete with the truth of that user. */
final class NegativesFile {
  private static final Pattern TUPLE = Pattern.compile("\\('?(.*?)'?,\\)");

  private NegativesFile() {}

  static Interactions read(Path file, Dataset data) {
    IntArrayList users = new IntArrayList();
    IntArrayList items = new IntArrayList();
    TextInput.forEachLine(
        file,
        (number, line) -> {
          String[] fields = line.split("\t", -1);
          int user = user(file, number, fields[0], data);
          for (int i = 1; i < fields.length; i++) {
            int item = data.items().indexOf(fields[i]);
            if (item < 0) {
              throw new InputException(
                  "%s:%d: item '%s' is not in the data", file, number, fields[i]);
            }
            users.add(user);
            items.add(item);
          }
        });
    Interactions listed =
        Interactions.of(
            data.users().size(), data.items().size(), users.toArray(), items.toArray(), null, null);
    requireDistinct(file, listed, data);
    return listed;
  }

  private static void requireDistinct(Path file, Interactions listed, Dataset data) {
    for (int user = 0; user < listed.rows(); user++) {
      for (int p = listed.start(user) + 1; p < listed.end(user); p++) {
        if (listed.column(p) == listed.column(p - 1)) {
          throw new InputException(
              "%s: item '%s' is listed twice for user '%s'",
              file, data.items().id(listed.column(p)), data.users().id(user));
        }
      }
    }
  }

  private static int user(Path file, int number, String field, Dataset data) {
    Matcher tuple = TUPLE.matcher(field);
    String id = tuple.matches() ? tuple.group(1) : field;
    int user = data.users().indexOf(id);
    if (user < 0) {
      throw new InputException(
          "%s:%d: user '%s' is not in the data; expected a user id, then item ids, separated by"
              + " tabs",
          file, number, id);
    }
    return user;
  }
}
