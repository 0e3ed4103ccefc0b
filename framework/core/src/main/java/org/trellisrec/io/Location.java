package org.trellisrec.io;

import java.nio.file.Path;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.ReadContext;

/** Where the files of a data set lie. */
final class Location {
  private final Path root;
  private final ReadContext context;

  Location(Path root, ReadContext context) {
    this.root = root;
    this.context = context;
  }

  /** A path from the configuration: relative to the root, the data set's name put for {0}. */
  Path file(String key, String path) {
    if (path.isBlank()) {
      throw new InputException("data_config.%s is empty; give the path of a file", key);
    }
    String named = path.replace("{0}", context.datasetName());
    return root == null ? Path.of(named) : root.resolve(named).normalize();
  }
}
