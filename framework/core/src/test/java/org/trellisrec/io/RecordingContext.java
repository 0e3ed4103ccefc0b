package org.trellisrec.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.ReadContext;

/** Keeps what a reader tells. */
final class RecordingContext implements ReadContext {
  final List<String> notes = new ArrayList<>();
  private final int threads;
  private final Path cache;

  RecordingContext(int threads) {
    this(threads, Path.of("no cache"));
  }

  RecordingContext(int threads, Path cache) {
    this.threads = threads;
    this.cache = cache;
  }

  RecordingContext() {
    this(2);
  }

  @Override
  public String datasetName() {
    return "toy";
  }

  @Override
  public int threads() {
    return threads;
  }

  @Override
  public Progress progress(String what, long total) {
    return Progress.SILENT;
  }

  @Override
  public Path cache() {
    return cache;
  }

  @Override
  public void note(String message) {
    notes.add(message);
  }
}
