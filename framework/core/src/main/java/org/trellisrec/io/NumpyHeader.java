package org.trellisrec.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trellisrec.spi.InputException;

/**
 * What stands before the elements of an array in NumPy's format.
 *
 * @param type kind and size of an element as NumPy writes them, without the byte order
 * @param bigEndian byte order
 * @param fortran true if columns are stored one after the other
 * @param shape extent of every dimension
 * @param end number of bytes before the first element
 */
record NumpyHeader(String type, boolean bigEndian, boolean fortran, int[] shape, int end) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int SHORT_HEAD = 10;
  private static final int LONG_HEAD = 12;
  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=])([a-zA-Z]\\d{0,6})'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("'shape':\\s*\\(((?:\\d{1,9}, *)*(?:\\d{1,9})?)\\)");

  static NumpyHeader parse(String where, byte[] bytes) {
    if (bytes.length < LONG_HEAD || !Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC)) {
      throw new InputException("%s is not in NumPy's format .npy", where);
    }
    ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean isShort = bytes[MAGIC.length] == 1;
    int start = isShort ? SHORT_HEAD : LONG_HEAD;
    int length =
        isShort
            ? Short.toUnsignedInt(head.getShort(MAGIC.length + 2))
            : head.getInt(MAGIC.length + 2);
    if (length < 0 || length > bytes.length - start) {
      throw new InputException("%s is truncated within its header", where);
    }
    String text = new String(bytes, start, length, StandardCharsets.UTF_8);
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
        shape,
        start + length);
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

  int elementBytes() {
    int size = type.length() == 1 ? 1 : Integer.parseInt(type.substring(1));
    return type.startsWith("U") ? 4 * size : size;
  }
}
