package org.trellisrec.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.trellisrec.spi.InputException;

/** Text files in UTF-8, with or without byte-order mark, plain or gzip. */
public final class TextInput {
  private TextInput() {}

  /**
   * Opens a file. Bytes that are no UTF-8 fail while reading; see {@link #failure}.
   *
   * @throws InputException if the file cannot be opened
   */
  public static BufferedReader open(Path file) {
    return new BufferedReader(
        new InputStreamReader(Source.open(file), StandardCharsets.UTF_8.newDecoder()));
  }

  /** What to tell the user when reading {@code file} failed. */
  public static InputException failure(Path file, IOException e) {
    return e instanceof CharacterCodingException
        ? new InputException(
            "%s is not written in UTF-8; convert it, for instance with iconv", file)
        : Source.failure(file, e);
  }
}
