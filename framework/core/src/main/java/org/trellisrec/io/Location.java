package org.trellisrec.io;

import java.nio.file.Path;

/** Where the files of a data set lie. */
final class Location {
  private final Path root;

  /**
   * Relative paths start at {@code root}. If it is null they are taken as they come: from a
   * configuration, which has resolved them, from the folder of the YAML file.
   */
  Location(Path root) {
    this.root = root;
  }

  Path file(Path path) {
    return root == null ? path : root.resolve(path).normalize();
  }
}
