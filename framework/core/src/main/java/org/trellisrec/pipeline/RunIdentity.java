package org.trellisrec.pipeline;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trellisrec.files.AtomicFiles;
import org.trellisrec.report.Sha256;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/**
 * What tells runs apart.
 *
 * @param values hash of all that measured values depend on: what each unit depends on, and which
 *     units there are
 * @param comparison hash of how they are compared, which can be done again without training
 * @param code hash of the program and its plugins, part of {@code values}; empty for a run that did
 *     not record it
 */
record RunIdentity(String values, String comparison, String code) {
  private static final String FILE = "journal/identity.txt";

  /**
   * The identity of a plan.
   *
   * @param units what its units depend on
   */
  static RunIdentity of(RunPlan plan, UnitIdentities units) {
    return new RunIdentity(
        Sha256.of(plan.file().measuring() + units.hash()),
        Sha256.of(plan.file().comparison()),
        units.code());
  }

  /**
   * The identity that a run left in its folder; nothing if there is no run.
   *
   * @throws InputException if it cannot be read
   */
  static Optional<RunIdentity> in(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      return Optional.of(new RunIdentity(line(lines, 0), line(lines, 1), line(lines, 2)));
    } catch (CharacterCodingException e) {
      return Optional.of(new RunIdentity("", "", ""));
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s", file, IoReason.of(e));
    }
  }

  /** True if it was read from a file that does not tell which run it is. */
  boolean isDamaged() {
    return values.isEmpty();
  }

  /** Where the identity of the run in a folder is. */
  static Path file(Path folder) {
    return folder.resolve(FILE);
  }

  private static String line(List<String> lines, int number) {
    return number < lines.size() ? lines.get(number) : "";
  }

  /** Leaves the identity in a folder. */
  void write(Path folder) throws IOException {
    AtomicFiles.write(folder.resolve(FILE), String.join("\n", values, comparison, code) + "\n");
  }
}
