package org.trellisrec.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.trellisrec.spi.InputException;

/** Text files in UTF-8, with or without byte-order mark, plain or gzip. */
public final class TextInput {
  private TextInput() {}

  /** Takes a line. */
  @FunctionalInterface
  public interface Line {
    /**
     * Takes a line.
     *
     * @param number counted from 1
     * @param text without its line end
     */
    void take(int number, String text);
  }

  /**
   * Passes every line on.
   *
   * @throws InputException naming the file if it cannot be read, and the line if it is not UTF-8
   */
  public static void forEachLine(Path file, Line line) {
    forEachLine(file, line, note -> {});
  }

  /**
   * Passes on the lines that are not blank.
   *
   * @param notes is told of byte-order mark, carriage returns and blank lines
   * @return the number of lines, blank ones included
   * @throws InputException naming the file if it cannot be read, and the line if it is not UTF-8
   */
  public static int forEachRow(Path file, Line row, Consumer<String> notes) {
    Blanks blanks = new Blanks(row);
    forEachLine(file, blanks, notes);
    tellOfBlanks(file, blanks.count, notes);
    return blanks.lines;
  }

  private static void forEachLine(Path file, Line line, Consumer<String> notes) {
    try (CarriageReturns bytes = new CarriageReturns(open(file, notes));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()))) {
      int number = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line.take(++number, text);
      }
      tellOfReturns(file, bytes.count(), notes);
    } catch (CharacterCodingException e) {
      throw notUtf8(file);
    } catch (IOException e) {
      throw InputFile.failure(file, e);
    }
  }

  private static InputStream open(Path file, Consumer<String> notes) {
    return InputFile.open(file, oddity -> notes.accept(file + ": " + oddity));
  }

  /** What to tell the user of a file that is not UTF-8. It is read for its first wrong line. */
  public static InputException notUtf8(Path file) {
    return new InputException(
        "%s:%d: this is not written in UTF-8; convert the file, for instance with iconv -f latin1"
            + " -t utf-8",
        file, firstWrongLine(file));
  }

  private static int firstWrongLine(Path file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(InputFile.open(file), StandardCharsets.ISO_8859_1))) {
      int number = 1;
      String bytes = reader.readLine();
      while (bytes != null && isUtf8(bytes.getBytes(StandardCharsets.ISO_8859_1))) {
        bytes = reader.readLine();
        number++;
      }
      return number;
    } catch (IOException e) {
      throw InputFile.failure(file, e);
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Tells of carriage returns, if there were any. */
  public static void tellOfReturns(Path file, long returns, Consumer<String> notes) {
    if (returns > 0) {
      notes.accept(
          "%s: removed carriage returns at the ends of lines: %d".formatted(file, returns));
    }
  }

  /** Tells of blank lines, if there were any. */
  public static void tellOfBlanks(Path file, long blank, Consumer<String> notes) {
    if (blank > 0) {
      notes.accept("%s: passed over blank lines: %d".formatted(file, blank));
    }
  }

  private static final class Blanks implements Line {
    private final Line row;
    private int lines;
    private int count;

    Blanks(Line row) {
      this.row = row;
    }

    @Override
    public void take(int number, String text) {
      lines = number;
      if (text.isBlank()) {
        count++;
      } else {
        row.take(number, text);
      }
    }
  }
}
