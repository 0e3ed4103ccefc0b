package org.trellisrec.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the line ends {@code \r\n} in the bytes that are read. */
public final class CarriageReturns extends FilterInputStream {
  private long count;
  private int last;

  /** The bytes of {@code in}. */
  public CarriageReturns(InputStream in) {
    super(in);
  }

  /** Number of these line ends so far. */
  public long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    take(next);
    return next;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = super.read(target, from, length);
    for (int i = 0; i < read; i++) {
      take(target[from + i]);
    }
    return read;
  }

  private void take(int next) {
    count += last == '\r' && next == '\n' ? 1 : 0;
    last = next;
  }
}
