package org.trellisrec.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trellisrec.report.AtomicFiles;
import org.trellisrec.report.Sha256;

/**
 * What tells runs apart.
 *
 * @param values hash of all that measured values depend on: configuration, data, splits that come
 *     with them, and other files read
 * @param comparison hash of how they are compared, which can be done again without training
 */
record RunIdentity(String values, String comparison) {
  private static final String FILE = "journal/identity.txt";

  /**
   * The identity of a plan.
   *
   * @param fingerprint of the data, and of the splits that come with them
   */
  static RunIdentity of(RunPlan plan, String fingerprint) {
    String files = String.join("", plan.files().contents());
    return new RunIdentity(
        Sha256.of(plan.measuring() + fingerprint + files), Sha256.of(plan.comparison()));
  }

  /** The identity that a run left in its folder; nothing if there is no run. */
  static Optional<RunIdentity> in(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      return Optional.of(
          new RunIdentity(
              lines.isEmpty() ? "" : lines.get(0), lines.size() < 2 ? "" : lines.get(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves the identity in a folder. */
  void write(Path folder) throws IOException {
    AtomicFiles.write(folder.resolve(FILE), values + "\n" + comparison + "\n");
  }
}
