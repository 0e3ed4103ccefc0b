package org.trellisrec.metrics.fairness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.spi.Convention;
import org.trellisrec.testkit.MetricContract;

/** The contract of a metric that compares clusters of users or items, which it reads from files. */
abstract class ClusteredMetricContract extends MetricContract {
  @TempDir Path folder;

  @Override
  protected boolean higherIsBetter(Convention convention) {
    return false;
  }

  final Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Three clusters that stay the same if ids are counted from the other end. */
  final Path clusters(int size) {
    StringBuilder text = new StringBuilder();
    for (int id = 0; id < size; id++) {
      text.append("%d\t%d\n".formatted(id, Math.min(id, size - 1 - id) % 3));
    }
    return file("clusters%d.tsv".formatted(size), text.toString());
  }
}
