package org.trellisrec.data;

import com.carrotsearch.hppc.IntIntHashMap;
import java.util.Arrays;
import java.util.List;

/** Puts entries of several columns into one, in the smallest form that holds them all. */
final class FloatAssembly {
  private final FloatColumn[] parts;
  private final byte[][] translation;
  private final float[] palette;
  private final byte[] codes;
  private final float[] values;

  private FloatAssembly(
      FloatColumn[] parts, byte[][] translation, float[] palette, byte[] codes, float[] values) {
    this.parts = parts;
    this.translation = translation;
    this.palette = palette;
    this.codes = codes;
    this.values = values;
  }

  static FloatAssembly of(List<FloatColumn> parts, int size) {
    FloatColumn[] columns = parts.toArray(new FloatColumn[0]);
    byte[][] translation = new byte[columns.length][];
    float[] palette = merge(columns, translation);
    boolean constant = palette != null && palette.length == 1;
    return new FloatAssembly(
        columns,
        translation,
        palette,
        palette == null || constant ? null : new byte[size],
        palette == null ? new float[size] : null);
  }

  /** The merged palette and the new code of every old one; null if the values are too many. */
  private static float[] merge(FloatColumn[] columns, byte[][] translation) {
    IntIntHashMap codeOf = new IntIntHashMap();
    float[] merged = new float[FloatColumn.PALETTE_LIMIT];
    for (int part = 0; part < columns.length; part++) {
      float[] own = columns[part].palette();
      if (own == null) {
        return null;
      }
      translation[part] = new byte[own.length];
      for (int code = 0; code < own.length; code++) {
        int bits = Float.floatToIntBits(own[code]);
        int known = codeOf.getOrDefault(bits, -1);
        if (known < 0) {
          known = codeOf.size();
          if (known == FloatColumn.PALETTE_LIMIT) {
            return null;
          }
          codeOf.put(bits, known);
          merged[known] = own[code];
        }
        translation[part][code] = (byte) known;
      }
    }
    return Arrays.copyOf(merged, codeOf.size());
  }

  /** Copies the entry at {@code index} of a part to {@code position}. */
  void put(int part, int index, int position) {
    if (codes != null) {
      codes[position] = translation[part][parts[part].code(index)];
    } else if (values != null) {
      values[position] = parts[part].get(index);
    }
  }

  /** Replaces the entries at {@code from + i} by those at {@code from + order[i]}. */
  void reorder(int from, int[] order, int count) {
    if (codes != null) {
      byte[] old = Arrays.copyOfRange(codes, from, from + count);
      for (int i = 0; i < count; i++) {
        codes[from + i] = old[order[i]];
      }
    } else if (values != null) {
      float[] old = Arrays.copyOfRange(values, from, from + count);
      for (int i = 0; i < count; i++) {
        values[from + i] = old[order[i]];
      }
    }
  }

  FloatColumn finish() {
    if (codes != null) {
      return FloatColumn.coded(codes, palette);
    }
    return values != null
        ? FloatColumn.plain(values)
        : FloatColumn.constant(palette.length == 0 ? 1f : palette[0]);
  }
}
