package org.trellisrec.io;

import java.nio.file.Path;

/** Matrices in NumPy's format. */
public final class NumpyMatrix {
  private NumpyMatrix() {}

  /**
   * The rows of the matrix in a {@code .npy} file.
   *
   * @throws org.trellisrec.spi.InputException if the file is missing or damaged, or no matrix
   */
  public static float[][] read(Path file) {
    return NumpyArray.read(file).rows();
  }
}
