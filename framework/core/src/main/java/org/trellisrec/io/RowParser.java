package org.trellisrec.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import org.trellisrec.data.FloatColumn;
import org.trellisrec.data.LongColumn;

/** Turns the columns of rows into codes and numbers. Each worker has one of its own. */
final class RowParser {
  private static final int START = 1024;

  final IdTable users = new IdTable();
  final IdTable items = new IdTable();
  private final Layout layout;
  private final Charset charset;
  private final Remedy remedy;
  private int[] userOf = new int[START];
  private int[] itemOf = new int[START];
  private float[] ratings;
  private long[] times;
  private int size;

  RowParser(Layout layout, Charset charset, Remedy remedy) {
    this.layout = layout;
    this.charset = charset;
    this.remedy = remedy;
    this.ratings = layout.rating() < 0 ? null : new float[START];
    this.times = layout.timestamp() < 0 ? null : new long[START];
  }

  /**
   * Takes in a row.
   *
   * @param from first byte of every column, each of which is read
   * @param to one past the last byte of every column
   */
  void row(byte[] data, int[] from, int[] to) throws MalformedRow {
    float rating = 1f;
    long time = 0;
    if (ratings != null) {
      rating = Numbers.rating(data, from[layout.rating()], to[layout.rating()]);
    }
    if (times != null) {
      time = Numbers.timestamp(data, from[layout.timestamp()], to[layout.timestamp()]);
    }
    int user = code(users, "user", data, from[layout.user()], to[layout.user()]);
    int item = code(items, "item", data, from[layout.item()], to[layout.item()]);
    add(user, item, rating, time);
  }

  /** The code of a user id. */
  int user(byte[] data, int from, int to) throws MalformedRow {
    return code(users, "user", data, from, to);
  }

  /** The code of an item id. */
  int item(byte[] data, int from, int to) throws MalformedRow {
    return code(items, "item", data, from, to);
  }

  void add(int user, int item, float rating, long time) {
    if (size == userOf.length) {
      grow();
    }
    userOf[size] = user;
    itemOf[size] = item;
    if (ratings != null) {
      ratings[size] = rating;
    }
    if (times != null) {
      times[size] = time;
    }
    size++;
  }

  int size() {
    return size;
  }

  /** Forgets the rows after the first {@code rows}. */
  void cut(int rows) {
    size = rows;
  }

  /** The rows since the last call. */
  Segment take() {
    Segment segment =
        new Segment(
            this,
            Arrays.copyOf(userOf, size),
            Arrays.copyOf(itemOf, size),
            ratings == null
                ? FloatColumn.constant(1f)
                : FloatColumn.of(Arrays.copyOf(ratings, size)),
            times == null ? null : LongColumn.of(Arrays.copyOf(times, size)));
    size = 0;
    return segment;
  }

  private int code(IdTable table, String what, byte[] data, int from, int to) throws MalformedRow {
    if (from == to) {
      throw new MalformedRow("the " + what + " id is empty");
    }
    int known = table.find(data, from, to);
    if (known >= 0) {
      return known;
    }
    requireText(what, data, from, to);
    return table.add(data, from, to);
  }

  /** Checked before an id is learned, so that one that is refused is refused again. */
  private void requireText(String what, byte[] data, int from, int to) throws MalformedRow {
    boolean ascii = true;
    for (int i = from; i < to; i++) {
      if (data[i] == 0) {
        throw new MalformedRow("the " + what + " id holds a zero byte: is this a text file?");
      }
      ascii &= data[i] > 0;
    }
    if (!ascii) {
      decode(what, ByteBuffer.wrap(data, from, to - from));
    }
  }

  private void decode(String what, ByteBuffer bytes) throws MalformedRow {
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes);
      if (text.isEmpty()) {
        throw new MalformedRow("the " + what + " id is empty");
      }
    } catch (CharacterCodingException e) {
      throw new MalformedRow(
          "the %s id is not valid %s; %s".formatted(what, charset, remedy.encoding()));
    }
  }

  private void grow() {
    int capacity = 2 * size;
    userOf = Arrays.copyOf(userOf, capacity);
    itemOf = Arrays.copyOf(itemOf, capacity);
    ratings = ratings == null ? null : Arrays.copyOf(ratings, capacity);
    times = times == null ? null : Arrays.copyOf(times, capacity);
  }
}
