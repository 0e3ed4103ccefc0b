package org.trellisrec.data;

import com.carrotsearch.hppc.IntIntHashMap;
import java.util.Arrays;

/**
 * An immutable column of single-precision values in the smallest of three forms: one constant, one
 * byte per entry into a palette of at most 256 values (ratings nearly always fit), or the plain
 * array.
 */
public abstract sealed class FloatColumn {
  static final int PALETTE_LIMIT = 256;

  FloatColumn() {}

  /** The value at {@code index}. */
  public abstract float get(int index);

  /** Heap bytes held, for statistics. */
  public abstract long bytes();

  abstract FloatColumn gather(int[] positions, int size);

  /** The distinct values that entries point into, or null if there are too many for that. */
  abstract float[] palette();

  /** The index into {@link #palette()} of the entry at {@code index}. */
  abstract int code(int index);

  /** A column whose every entry is {@code value}. */
  public static FloatColumn constant(float value) {
    return new Constant(value);
  }

  /** The column with these values; the array is read, not kept, unless no smaller form fits. */
  public static FloatColumn of(float[] values) {
    byte[] codes = new byte[values.length];
    float[] palette = new float[PALETTE_LIMIT];
    IntIntHashMap codeOf = new IntIntHashMap();
    int lastBits = 0;
    int lastCode = -1;
    for (int i = 0; i < values.length; i++) {
      int bits = Float.floatToIntBits(values[i]);
      if (lastCode < 0 || bits != lastBits) {
        int code = codeOf.getOrDefault(bits, -1);
        if (code < 0) {
          code = codeOf.size();
          if (code == PALETTE_LIMIT) {
            return new Plain(values);
          }
          palette[code] = values[i];
          codeOf.put(bits, code);
        }
        lastBits = bits;
        lastCode = code;
      }
      codes[i] = (byte) lastCode;
    }
    return codeOf.size() <= 1
        ? new Constant(values.length == 0 ? 1f : values[0])
        : new Palette(codes, Arrays.copyOf(palette, codeOf.size()));
  }

  /** A column of codes into a palette of at most 256 values; the arrays are kept. */
  static FloatColumn coded(byte[] codes, float[] palette) {
    return new Palette(codes, palette);
  }

  /** A column of these values as they are; the array is kept. */
  static FloatColumn plain(float[] values) {
    return new Plain(values);
  }

  private static final class Constant extends FloatColumn {
    private final float value;

    Constant(float value) {
      this.value = value;
    }

    @Override
    public float get(int index) {
      return value;
    }

    @Override
    public long bytes() {
      return Float.BYTES;
    }

    @Override
    FloatColumn gather(int[] positions, int size) {
      return this;
    }

    @Override
    float[] palette() {
      return new float[] {value};
    }

    @Override
    int code(int index) {
      return 0;
    }
  }

  private static final class Palette extends FloatColumn {
    private final byte[] codes;
    private final float[] palette;

    Palette(byte[] codes, float[] palette) {
      this.codes = codes;
      this.palette = palette;
    }

    @Override
    public float get(int index) {
      return palette[codes[index] & 0xFF];
    }

    @Override
    public long bytes() {
      return codes.length;
    }

    @Override
    FloatColumn gather(int[] positions, int size) {
      byte[] gathered = new byte[size];
      for (int i = 0; i < size; i++) {
        gathered[i] = codes[positions[i]];
      }
      return new Palette(gathered, palette);
    }

    @Override
    float[] palette() {
      return palette;
    }

    @Override
    int code(int index) {
      return codes[index] & 0xFF;
    }
  }

  private static final class Plain extends FloatColumn {
    private final float[] values;

    Plain(float[] values) {
      this.values = values;
    }

    @Override
    public float get(int index) {
      return values[index];
    }

    @Override
    public long bytes() {
      return (long) Float.BYTES * values.length;
    }

    @Override
    FloatColumn gather(int[] positions, int size) {
      float[] gathered = new float[size];
      for (int i = 0; i < size; i++) {
        gathered[i] = values[positions[i]];
      }
      return new Plain(gathered);
    }

    @Override
    float[] palette() {
      return null;
    }

    @Override
    int code(int index) {
      throw new IllegalStateException("a plain column has no codes");
    }
  }
}
