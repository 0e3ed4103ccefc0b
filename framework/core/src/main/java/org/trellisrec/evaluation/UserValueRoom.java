package org.trellisrec.evaluation;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trellisrec.spi.InputException;

/**
 * Room for the values per user: on the heap as long as they are few, and otherwise in a temporary
 * file that is mapped into memory and has no name any more.
 */
final class UserValueRoom {
  private static final long ON_HEAP = 64L << 20;

  private UserValueRoom() {}

  /** Columns of one value per user, all NaN. */
  static List<DoubleBuffer> of(int columns, int users) {
    List<DoubleBuffer> room =
        (long) columns * users * Double.BYTES <= ON_HEAP
            ? Stream.generate(() -> DoubleBuffer.allocate(users)).limit(columns).toList()
            : mapped(columns, users);
    room.forEach(UserValueRoom::clear);
    return room;
  }

  private static void clear(DoubleBuffer column) {
    for (int row = 0; row < column.limit(); row++) {
      column.put(row, Double.NaN);
    }
  }

  private static List<DoubleBuffer> mapped(int columns, int users) {
    long bytes = (long) users * Double.BYTES;
    List<DoubleBuffer> room = new ArrayList<>();
    try (FileChannel file =
        FileChannel.open(
            Files.createTempFile("trellisrec-", ".values"), READ, WRITE, DELETE_ON_CLOSE)) {
      for (int column = 0; column < columns; column++) {
        room.add(
            file.map(MapMode.READ_WRITE, column * bytes, bytes)
                .order(ByteOrder.nativeOrder())
                .asDoubleBuffer());
      }
    } catch (IOException e) {
      throw new InputException(
          "the values of %d users take %d MB, and no temporary file can hold them: %s; name a folder"
              + " with room by -Djava.io.tmpdir=DIR",
          users, (columns * bytes) >> 20, e);
    }
    return room;
  }
}
