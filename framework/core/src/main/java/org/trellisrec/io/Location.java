package org.trellisrec.io;

import java.nio.file.Path;

/** Where the files of a data set lie. */
final class Location {
  private final Path root;

  /** Relative paths start at {@code root}, or at the working directory if it is null. */
  Location(Path root) {
    this.root = root;
  }

  Path file(Path path) {
    return root == null ? path : root.resolve(path).normalize();
  }
}
