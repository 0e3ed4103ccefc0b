package org.trellisrec.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/** Reads UTF-8 text line by line and says plainly what is wrong with a file. */
final class TextFiles {
  private TextFiles() {}

  /** Takes in one line. */
  @FunctionalInterface
  interface LineHandler {
    void accept(int number, String line);
  }

  /**
   * Hands over every line, numbered from 1.
   *
   * @throws InputException if the file cannot be read as UTF-8
   */
  static void forEachLine(Path file, LineHandler handler) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        handler.accept(++number, line);
      }
    } catch (NoSuchFileException e) {
      throw new InputException("%s does not exist", file);
    } catch (CharacterCodingException e) {
      throw new InputException("%s is not UTF-8 text", file);
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s", file, IoReason.of(e));
    }
  }
}
