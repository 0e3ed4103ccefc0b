package org.trellisrec.input;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.trellisrec.spi.InputException;

/**
 * Lists of recommendations that a model made: per line user, item and score between tabs, without
 * header. A list is in {@link ScoreOrder}. Users and items are numbered by first appearance; the
 * list of a user has the number of the user.
 */
public final class ListFile {
  private final Path path;
  private final Map<String, Integer> userNumbers = new LinkedHashMap<>();
  private final Map<String, Integer> itemNumbers = new LinkedHashMap<>();
  private final IntArrayList users = new IntArrayList();
  private final IntArrayList items = new IntArrayList();
  private final IntArrayList lines = new IntArrayList();
  private final DoubleArrayList scores = new DoubleArrayList();
  private final List<String> userIds = new ArrayList<>();
  private final List<String> itemIds = new ArrayList<>();
  private RankedRows ranked;

  private ListFile(Path path) {
    this.path = path;
  }

  /**
   * Reads a file.
   *
   * @param notes is told of byte-order mark, carriage returns and blank lines, with counts
   * @throws InputException if the file cannot be read or has no row; naming the line if a row is
   *     malformed or repeats an item of its user
   */
  public static ListFile read(Path path, Consumer<String> notes) {
    ListFile file = new ListFile(path);
    TripleRows.read(path, TripleRows.Third.SCORE, file::add, notes);
    if (file.rows() == 0) {
      throw new InputException("%s holds no row; expected user, item and score per line", path);
    }
    file.userIds.addAll(file.userNumbers.keySet());
    file.itemIds.addAll(file.itemNumbers.keySet());
    file.ranked =
        RankedRows.of(
            file.rows(), file.users::get, file.items::get, file.scores::get, file::repeated);
    return file;
  }

  private void add(String user, String item, double score, int line) {
    users.add(number(user, userNumbers));
    items.add(number(item, itemNumbers));
    scores.add(score);
    lines.add(line);
  }

  private static int number(String id, Map<String, Integer> numbers) {
    int next = numbers.size();
    Integer known = numbers.putIfAbsent(id, next);
    return known == null ? next : known;
  }

  private InputException repeated(int first, int second) {
    return new InputException(
        "%s:%d: recommends item '%s' to user '%s', as line %d does already; remove one of the two",
        path,
        lines.get(second),
        itemIds.get(items.get(second)),
        userIds.get(users.get(second)),
        lines.get(first));
  }

  /** The file. */
  public Path path() {
    return path;
  }

  /** Number of rows, at least 1. */
  public int rows() {
    return users.size();
  }

  /** The ids of the users by number. */
  public List<String> users() {
    return Collections.unmodifiableList(userIds);
  }

  /** The ids of the items by number. */
  public List<String> items() {
    return Collections.unmodifiableList(itemIds);
  }

  /** Length of a list, at least 1. */
  public int size(int list) {
    return ranked.size(list);
  }

  /** Number of the item of a list at {@code rank}, from 0. */
  public int item(int list, int rank) {
    return items.get(ranked.row(list, rank));
  }

  /** Its score, finite in single precision. */
  public double score(int list, int rank) {
    return scores.get(ranked.row(list, rank));
  }

  /** Its line in the file, from 1. */
  public int line(int list, int rank) {
    return lines.get(ranked.row(list, rank));
  }
}
