package org.trellisrec.numpy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trellisrec.input.Excerpt;
import org.trellisrec.spi.InputException;

/**
 * What stands before the elements of an array in NumPy's format.
 *
 * @param type kind and size of an element as NumPy writes them, without the byte order
 * @param bigEndian byte order
 * @param fortran true if columns are stored one after the other
 * @param shape extent of every dimension
 */
record NumpyHeader(String type, boolean bigEndian, boolean fortran, int[] shape) {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int VERSION = 2;

  /** No header is longer; NumPy itself reads 10,000 bytes of one. */
  private static final int MOST = 1 << 20;

  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=])([a-zA-Z]\\d{0,6})'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("'shape':\\s*\\(((?:\\d{1,9}, *)*(?:\\d{1,9})?)\\)");

  /**
   * Reads it.
   *
   * @param where how messages call the array
   * @param in stands before the first element afterwards
   */
  static NumpyHeader read(String where, InputStream in) throws IOException {
    byte[] head = in.readNBytes(MAGIC.length + VERSION);
    if (head.length < MAGIC.length + VERSION
        || !Arrays.equals(Arrays.copyOf(head, MAGIC.length), MAGIC)) {
      throw new InputException("%s is not in NumPy's format .npy", where);
    }
    int size = head[MAGIC.length] == 1 ? Short.BYTES : Integer.BYTES;
    int length = number(in.readNBytes(size));
    byte[] text = length < 0 || length > MOST ? new byte[0] : in.readNBytes(length);
    if (text.length < Math.max(1, length)) {
      throw new InputException("%s is truncated or damaged within its header", where);
    }
    return parse(where, new String(text, StandardCharsets.UTF_8));
  }

  /** A little-endian number without sign. */
  private static int number(byte[] bytes) {
    int number = 0;
    for (int i = 0; i < bytes.length; i++) {
      number |= Byte.toUnsignedInt(bytes[i]) << (Byte.SIZE * i);
    }
    return number;
  }

  private static NumpyHeader parse(String where, String text) {
    Matcher type = match(where, TYPE, text);
    int[] shape =
        Arrays.stream(match(where, SHAPE, text).group(1).split(","))
            .map(String::strip)
            .filter(extent -> !extent.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    return new NumpyHeader(
        type.group(2),
        type.group(1).equals(">"),
        match(where, ORDER, text).group(1).equals("True"),
        shape);
  }

  private static Matcher match(String where, Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new InputException(
          "%s: the header %s is not that of an array of numbers or texts (object arrays and records"
              + " are not read)",
          where, Excerpt.of(text.strip()));
    }
    return matcher;
  }

  boolean isText() {
    return type.startsWith("U") || type.startsWith("S");
  }

  long elements() {
    return Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
  }

  /** How many bytes the elements take. */
  long bytes() {
    return elements() * elementBytes();
  }

  int elementBytes() {
    int size = type.length() == 1 ? 1 : Integer.parseInt(type.substring(1));
    return type.startsWith("U") ? 4 * size : size;
  }
}
