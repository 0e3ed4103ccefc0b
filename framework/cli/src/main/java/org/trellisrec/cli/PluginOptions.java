package org.trellisrec.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.spi.InputException;
import picocli.CommandLine.Option;

/** Where a command finds plugins; for use as a mixin. */
final class PluginOptions {
  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description =
          "Folder of jars with further plugins; by default the folder 'plugins' beside the"
              + " launcher, if there is one.")
  private Path folder;

  /**
   * All plugins: those that come along and those in the folder.
   *
   * @throws InputException if the named folder is missing or a jar in it cannot be used
   */
  PluginCatalog catalog() {
    if (folder == null) {
      String home = System.getProperty("trellisrec.home");
      return home == null ? PluginCatalog.load() : PluginCatalog.load(Path.of(home, "plugins"));
    }
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "--plugins %s: %s; give a folder of jars",
          folder,
          Files.exists(folder) ? "this is a file, not a folder" : "the folder does not exist");
    }
    return PluginCatalog.load(folder);
  }
}
