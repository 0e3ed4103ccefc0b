package org.trellisrec.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/**
 * Keeps other processes out of a run folder. The operating system holds the lock and frees it when
 * the process ends, in whatever way. The file is empty and stays: if it were removed, one process
 * could lock the removed file and another one its successor.
 */
final class RunLock implements Closeable {
  private static final String FILE = "journal/lock";

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks a folder, which is made if it is not there.
   *
   * @param notes told if the file system knows no locks, where nobody is kept out
   * @return empty if another run works in the folder
   * @throws InputException if nothing can be written there
   */
  static Optional<RunLock> in(Path folder, Consumer<String> notes) {
    try {
      Path file = folder.resolve(FILE);
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel, folder, notes)) {
        return Optional.of(new RunLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new InputException("cannot write results into %s: %s", folder, IoReason.of(e));
    }
  }

  /**
   * Keeps those out of a folder who would write there; others may read as well. A folder without
   * the file of the lock is none that a run works in.
   *
   * @return empty if a run works in the folder
   */
  static Optional<Closeable> reading(Path folder) {
    if (!existsIn(folder)) {
      return Optional.of(() -> {});
    }
    try {
      FileChannel channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.READ);
      if (lockShared(channel)) {
        return Optional.of(channel);
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s", folder.resolve(FILE), IoReason.of(e));
    }
  }

  private static boolean lockShared(FileChannel channel) {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, true) != null;
    } catch (OverlappingFileLockException e) { // a run of this very process
      return false;
    } catch (IOException e) { // a file system that knows no locks
      return true;
    }
  }

  private static boolean lock(FileChannel channel, Path folder, Consumer<String> notes) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) { // another run of this very process
      return false;
    } catch (IOException e) {
      notes.accept(
          "%s cannot be locked (%s); start no other run in it before this one has ended"
              .formatted(folder, IoReason.of(e)));
      return true;
    }
  }

  /** True if some run has begun in the folder, even if it was killed before it wrote anything. */
  static boolean existsIn(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
