package org.trellisrec.pipeline;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.trellisrec.spi.InputException;

/**
 * The file of a configuration.
 *
 * @param path where it is
 */
record ConfigFile(Path path) {
  /**
   * Does what the configuration asks for.
   *
   * @throws InputException naming the file, if something is wrong with what it asks for
   */
  <T> T perform(Supplier<T> work) {
    try {
      return work.get();
    } catch (InputException e) {
      throw new InputException("%s: %s", path, e.getMessage());
    }
  }
}
