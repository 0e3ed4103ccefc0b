package org.trellisrec.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trellisrec.report.Folders;
import org.trellisrec.spi.UnusableCheckpointException;

/**
 * What survives of one training: a folder for the state of the model, and beside it the journal of
 * its epochs.
 */
final class Checkpoint {
  private final Path folder;
  private final EpochJournal journal;
  private List<EpochRecord> epochs = List.of();
  private boolean open;

  /**
   * The checkpoint in this folder, which need not exist.
   *
   * @param training hash of all that the training depends on: another training is not taken up
   */
  Checkpoint(Path folder, String training) {
    this.folder = folder;
    this.journal =
        new EpochJournal(folder.resolve("epochs.jsonl"), new EpochJournal.Header(training));
  }

  /**
   * The folder for the state of the model; from this call on epochs are kept.
   *
   * @throws UnusableCheckpointException if what is there is damaged or of another training
   */
  Path open() {
    Path state = folder.resolve("state");
    if (open) {
      return state;
    }
    try {
      if (journal.exists()) {
        epochs = journal.read();
      } else if (!Folders.list(state).isEmpty()) {
        throw new UnusableCheckpointException(journal.file() + " is missing");
      }
      Files.createDirectories(state);
      journal.write(epochs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open = true;
    return state;
  }

  /**
   * Forgets the epochs after this one.
   *
   * @return the epochs up to it
   * @throws UnusableCheckpointException if it is not among those that were kept
   */
  List<EpochRecord> resume(int epoch) {
    if (epoch < 1 || epoch > epochs.size()) {
      throw new UnusableCheckpointException(
          "the state of the model is that after epoch %d, but %s has %d epochs"
              .formatted(epoch, journal.file(), epochs.size()));
    }
    replace(epochs.subList(0, epoch));
    return epochs;
  }

  /** Keeps one more epoch, in place of those from it on that an earlier process has kept. */
  void add(EpochRecord epoch) {
    if (!open) {
      return;
    }
    if (epoch.epoch() <= epochs.size()) {
      replace(epochs.subList(0, epoch.epoch() - 1));
    }
    List<EpochRecord> all = new ArrayList<>(epochs);
    all.add(epoch);
    epochs = List.copyOf(all);
    try {
      journal.append(epoch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes everything. */
  void clear() {
    epochs = List.of();
    open = false;
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replace(List<EpochRecord> kept) {
    epochs = List.copyOf(kept);
    try {
      journal.write(epochs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
