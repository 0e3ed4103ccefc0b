package org.trellisrec.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.spi.InputException;

/** The plugins of this program and those in the user's plugin folder. */
final class Plugins {
  private static final String FOLDER_VARIABLE = "TRELLISREC_PLUGINS";

  private Plugins() {}

  /**
   * Every plugin: our own, and those in the jars of the folder that the environment variable {@code
   * TRELLISREC_PLUGINS} names, or of {@code plugins} in the working directory.
   *
   * @throws InputException if the variable names a folder that is not there
   */
  static PluginCatalog catalog() {
    String named = System.getenv(FOLDER_VARIABLE);
    Path folder = Path.of(named == null ? "plugins" : named);
    if (Files.isDirectory(folder)) {
      return PluginCatalog.load(folder);
    }
    if (named != null) {
      throw new InputException("%s=%s: there is no such folder", FOLDER_VARIABLE, named);
    }
    return PluginCatalog.load();
  }
}
