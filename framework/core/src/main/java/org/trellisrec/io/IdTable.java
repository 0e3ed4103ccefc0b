package org.trellisrec.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.trellisrec.spi.InputException;

/**
 * Gives every distinct byte string a code, in order of first appearance. Open addressing over
 * 64-bit tags: a string of up to 7 bytes is its own tag, a longer one is hashed and compared.
 */
final class IdTable {
  /** Bytes that must be readable after the end of every string passed in. */
  static final int SLACK = Long.BYTES;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SHORT = 7;
  private static final long LONG_MARK = 0xFFL << 56;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long[] tags = new long[1024];
  private int[] codes = new int[1024];
  private byte[] pool = new byte[8192];
  private int[] starts = new int[1024];
  private int size;
  private long lastTag;
  private int lastCode;

  int size() {
    return size;
  }

  /** All strings one after the other; {@link #starts()} says where each begins. */
  byte[] pool() {
    return pool;
  }

  int[] starts() {
    return starts;
  }

  /** The code of {@code data[from, to)}, which is not empty. */
  int code(byte[] data, int from, int to) {
    int known = find(data, from, to);
    return known < 0 ? add(data, from, to) : known;
  }

  /** The code of {@code data[from, to)}, which is not empty; -1 if it has none. */
  int find(byte[] data, int from, int to) {
    long tag = tag(data, from, to - from);
    if (tag == lastTag && tag >>> 56 != 0xFF) {
      return lastCode;
    }
    int mask = tags.length - 1;
    int slot = slot(tag, mask);
    while (tags[slot] != 0) {
      if (tags[slot] == tag && (tag >>> 56 != 0xFF || same(codes[slot], data, from, to))) {
        lastTag = tag;
        lastCode = codes[slot];
        return lastCode;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /**
   * Codes of this table's strings in {@code target}, which learns those it lacks.
   *
   * @param used strings to pass on; the others get -1
   */
  int[] mergeInto(IdTable target, boolean[] used) {
    int[] map = new int[size];
    for (int code = 0; code < size; code++) {
      map[code] = used[code] ? target.code(pool, starts[code], starts[code + 1]) : -1;
    }
    return map;
  }

  /** Gives {@code data[from, to)}, which has no code yet, the next one. */
  int add(byte[] data, int from, int to) {
    append(data, from, to);
    long tag = tag(data, from, to - from);
    int mask = tags.length - 1;
    int slot = slot(tag, mask);
    while (tags[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    tags[slot] = tag;
    codes[slot] = size;
    size++;
    if (size * 2L > tags.length) {
      grow();
    }
    lastTag = tag;
    lastCode = size - 1;
    return lastCode;
  }

  private void append(byte[] data, int from, int to) {
    long end = (long) starts[size] + to - from;
    if (end + SLACK > pool.length) {
      if (end > Integer.MAX_VALUE - 64L) {
        throw new InputException("the ids hold more than 2 GiB of text together");
      }
      pool = Arrays.copyOf(pool, (int) Math.min(Integer.MAX_VALUE - 16L, 2 * end + SLACK));
    }
    System.arraycopy(data, from, pool, starts[size], to - from);
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    starts[size + 1] = (int) end;
  }

  private void grow() {
    long[] oldTags = tags;
    int[] oldCodes = codes;
    tags = new long[2 * oldTags.length];
    codes = new int[tags.length];
    int mask = tags.length - 1;
    for (int old = 0; old < oldTags.length; old++) {
      if (oldTags[old] != 0) {
        int slot = slot(oldTags[old], mask);
        while (tags[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        tags[slot] = oldTags[old];
        codes[slot] = oldCodes[old];
      }
    }
  }

  private boolean same(int code, byte[] data, int from, int to) {
    return Arrays.equals(pool, starts[code], starts[code + 1], data, from, to);
  }

  private static int slot(long tag, int mask) {
    long hash = tag * GOLDEN;
    return (int) (hash >>> 32) & mask;
  }

  private static long tag(byte[] data, int from, int length) {
    if (length <= SHORT) {
      long bytes = (long) LONGS.get(data, from) & ((1L << (8 * length)) - 1);
      return bytes | (long) length << 56;
    }
    long hash = length;
    int at = from;
    for (int left = length; left > 0; left -= Long.BYTES, at += Long.BYTES) {
      long bytes = (long) LONGS.get(data, at);
      if (left < Long.BYTES) {
        bytes &= (1L << (8 * left)) - 1;
      }
      hash = (hash ^ bytes) * GOLDEN;
      hash ^= hash >>> 29;
    }
    return hash | LONG_MARK;
  }
}
