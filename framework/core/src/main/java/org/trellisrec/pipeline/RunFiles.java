package org.trellisrec.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.trellisrec.report.UnitKey;
import org.trellisrec.spi.EmbeddedSide;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/**
 * The files of a finished run.
 *
 * @param folder the run folder
 */
record RunFiles(Path folder) implements FinishedRun {
  private static final String METRICS = "metrics.csv";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  /**
   * The files of a folder that a run was finished in.
   *
   * @throws InputException if the folder is none
   */
  static RunFiles of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "%s is not a folder; give the folder of a run, such as results/<dataset>/<run>", folder);
    }
    if (!Files.exists(folder.resolve(METRICS))) {
      throw new InputException(
          "%s holds no finished run: there is no metrics.csv in it; give the folder of a run that has"
              + " ended",
          folder);
    }
    return new RunFiles(folder);
  }

  @Override
  public boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  @Override
  public List<Map<String, String>> rows(String file) {
    Path path = folder.resolve(file);
    if (!has(file)) {
      throw new InputException("%s is missing", path);
    }
    try (CSVParser parser = CSVParser.parse(path, UTF_8, FORMAT)) {
      List<Map<String, String>> rows = new ArrayList<>();
      for (CSVRecord row : parser) {
        if (!row.isConsistent()) {
          throw new InputException(
              "%s:%d: %d cells are expected, but there are %d",
              path, parser.getCurrentLineNumber(), parser.getHeaderNames().size(), row.size());
        }
        rows.add(row.toMap());
      }
      return rows;
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s", path, IoReason.of(e));
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new InputException("%s cannot be read as a table: %s", path, e.getMessage());
    }
  }

  @Override
  public List<Map<String, String>> perUser(Unit unit, String task) {
    UnitKey key = new UnitKey(unit.seed(), unit.protocol(), unit.fold(), unit.model());
    return rows(folder.relativize(TestFiles.perUser(folder, key, task)).toString());
  }

  @Override
  public List<EmbeddedSide> embeddings() {
    List<EmbeddedSide> sides = new ArrayList<>();
    try {
      for (SavedEmbeddings saved : SavedEmbeddings.allIn(folder)) {
        sides.addAll(saved.sides());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (sides.isEmpty()) {
      throw new InputException(
          "%s holds no vectors per modality: models that have any (such as SiBraR) write them when the"
              + " configuration lists an analysis that reads them. 'trellisrec run %s --out %s --set"
              + " experiment.analyses=[NAME]' makes up for it; models whose weights were kept by"
              + " meta.save_weights: true are not trained again",
          folder, folder.resolve("resolved.yml"), folder);
    }
    List<Unit> order = units();
    sides.sort(Comparator.comparingInt(side -> order.indexOf(side.unit())));
    return sides;
  }

  /** The units, in the order of the run. */
  private List<Unit> units() {
    return rows(METRICS).stream().map(Unit::of).distinct().toList();
  }
}
