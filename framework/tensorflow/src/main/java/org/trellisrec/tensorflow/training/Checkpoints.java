package org.trellisrec.tensorflow.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tensorflow.exceptions.TensorFlowException;
import org.trellisrec.report.Folders;
import org.trellisrec.spi.UnusableCheckpointException;

/**
 * The state of a training in a folder, as it was after its latest epochs. A small state is written
 * after every epoch, a larger one so rarely that training is slowed down by a twentieth at most.
 */
final class Checkpoints {
  private static final Pattern NAME = Pattern.compile("epoch-([1-9][0-9]{0,8})");
  private static final String DRAFT = "draft";
  private static final String STATE = "state";
  private static final long SMALL_BYTES = 1 << 20;
  private static final int SHARE = 20;

  /** What writing a byte is taken to cost until it was measured. */
  private static final double NANOS_PER_BYTE = 5;

  private final Path folder;
  private final TrainingGraph graph;
  private long writing;
  private long written = System.nanoTime();

  Checkpoints(Path folder, TrainingGraph graph) {
    this.folder = folder;
    this.graph = graph;
    this.writing = (long) (NANOS_PER_BYTE * graph.stateBytes());
  }

  /** Takes up the latest state; returns its epoch, or 0 if there is none. */
  int restore() {
    int latest = epochs().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (latest > 0) {
      read(latest);
    }
    return latest;
  }

  private void read(int epoch) {
    Path files = of(epoch).resolve(STATE);
    try {
      graph.restore(files);
    } catch (TensorFlowException damaged) {
      throw new UnusableCheckpointException(
          "the state of a training in %s cannot be read: %s"
              .formatted(of(epoch), damaged.getMessage().lines().findFirst().orElse("")));
    }
  }

  /**
   * Writes the state after an epoch, in place of those before, if it is time to.
   *
   * @param last true if there is no further epoch, so that it is written in any case
   */
  void afterEpoch(int epoch, boolean last) {
    long begin = System.nanoTime();
    if (last || graph.stateBytes() <= SMALL_BYTES || begin - written >= SHARE * writing) {
      write(epoch);
      written = System.nanoTime();
      writing = written - begin;
    }
  }

  private void write(int epoch) {
    try {
      Folders.write(
          of(epoch),
          folder.resolve(DRAFT),
          made -> graph.save(Files.createDirectories(made).resolve(STATE)));
      for (int other : epochs()) {
        if (other != epoch) {
          Folders.delete(of(other));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the state of a training cannot be written in " + folder, e);
    }
  }

  private Path of(int epoch) {
    return folder.resolve("epoch-" + epoch);
  }

  private List<Integer> epochs() {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .map(path -> NAME.matcher(path.getFileName().toString()))
          .filter(Matcher::matches)
          .map(name -> Integer.valueOf(name.group(1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be listed", e);
    }
  }
}
