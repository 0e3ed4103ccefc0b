package org.trellisrec.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.trellisrec.spi.InputException;

/** Unpacks zip files, and nothing outside the folder they are unpacked to. */
final class Archive {
  private Archive() {}

  /** Unpacks into {@code target}; a single folder around everything is left away. */
  static void unpack(Path zip, Path target) throws IOException {
    try (ZipFile archive = new ZipFile(zip.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(archive.entries());
      String around = around(entries);
      for (ZipEntry entry : entries) {
        Path file = inside(target, zip, entry.getName().substring(around.length()));
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          try (InputStream in = archive.getInputStream(entry)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    } catch (ZipException e) {
      throw new InputException("%s is not a zip file: %s", zip, e.getMessage());
    }
  }

  /** The name of the folder around all entries, with its slash; empty if there is none. */
  private static String around(List<? extends ZipEntry> entries) {
    if (entries.isEmpty()) {
      return "";
    }
    String first = entries.get(0).getName();
    String folder = first.substring(0, first.indexOf('/') + 1);
    return !folder.startsWith(".") && entries.stream().allMatch(e -> e.getName().startsWith(folder))
        ? folder
        : "";
  }

  private static Path inside(Path target, Path zip, String name) {
    Path root = target.toAbsolutePath().normalize();
    Path file = root.resolve(name).normalize();
    if (!file.startsWith(root)) {
      throw new InputException("%s wants to write outside its folder: '%s'", zip, name);
    }
    return file;
  }
}
