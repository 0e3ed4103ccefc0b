package org.trellisrec.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.trellisrec.files.AtomicFiles;
import org.trellisrec.report.FileNames;
import org.trellisrec.report.Table;
import org.trellisrec.spi.AnalysisOutput;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/** Analyses a finished run. No file is written twice by the analyses of one stage. */
public final class AnalysisStage {
  private static final String FOLDER = "analyses";

  private final FinishedRun run;
  private final Path target;
  private final Consumer<String> notes;
  private final Map<Path, String> writers = new HashMap<>();

  /**
   * A stage that has written nothing yet.
   *
   * @param run the run
   * @param target folder that tables and plots go to
   * @param notes takes what the user should know
   */
  AnalysisStage(FinishedRun run, Path target, Consumer<String> notes) {
    this.run = run;
    this.target = target;
    this.notes = notes;
  }

  /**
   * The run of a folder, with its results in {@code analyses} there.
   *
   * @throws InputException if the folder holds no finished run
   */
  public static AnalysisStage in(Path folder, Consumer<String> notes) {
    return into(folder.resolve(FOLDER), folder, notes);
  }

  /**
   * The run of a folder, with its results in another.
   *
   * @throws InputException if the folder holds no finished run
   */
  public static AnalysisStage into(Path target, Path folder, Consumer<String> notes) {
    return new AnalysisStage(RunFiles.of(folder), target, notes);
  }

  /**
   * Makes an analysis.
   *
   * @return the files that it wrote
   * @throws InputException if the run lacks what it needs, or nothing can be written
   * @throws IllegalStateException naming the analysis, if it fails otherwise
   */
  public List<Path> make(NamedAnalysis named) {
    return named.call().result("analyze", () -> write(named));
  }

  private List<Path> write(NamedAnalysis named) {
    Output output = new Output(named.name());
    try {
      named.analysis().analyze(run, output);
      return output.files;
    } catch (InputException e) {
      throw new InputException("analysis %s: %s", named.name(), e.getMessage());
    } catch (IOException e) {
      throw new InputException(
          "analysis %s cannot write into %s: %s", named.name(), target, IoReason.of(e));
    }
  }

  /**
   * Makes an analysis if it can be made; one that fails leaves its reason as a note.
   *
   * @return the files that it wrote; empty if it failed
   */
  public Optional<List<Path>> attempt(NamedAnalysis named) {
    try {
      return Optional.of(write(named));
    } catch (InputException e) {
      notes.accept("left out: " + e.getMessage());
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      notes.accept(Failure.describe("left out: analysis %s failed".formatted(named.name()), e));
    }
    return Optional.empty();
  }

  private final class Output implements AnalysisOutput {
    private final String analysis;
    private final List<Path> files = new ArrayList<>();

    private Output(String analysis) {
      this.analysis = analysis;
    }

    @Override
    public void table(String name, List<String> header, List<List<String>> rows)
        throws IOException {
      Table table = new Table(header, rows);
      put(name, ".md", table.escapedMarkdown().getBytes(UTF_8));
      put(name, ".tex", table.latex().getBytes(UTF_8));
    }

    @Override
    public void csv(String name, List<String> header, List<List<String>> rows) throws IOException {
      put(name, ".csv", new Table(header, rows).csv().getBytes(UTF_8));
    }

    @Override
    public void file(String name, byte[] content) throws IOException {
      int dot = name.lastIndexOf('.');
      int end = dot < 0 ? name.length() : dot;
      put(name.substring(0, end), name.substring(end), content);
    }

    private void put(String name, String extension, byte[] content) throws IOException {
      Path file = target.resolve(FileNames.of(name) + FileNames.of(extension));
      String writer = writers.putIfAbsent(file, analysis);
      if (writer != null) {
        throw new InputException(
            "%s was written by the analysis %s already, and would be written over; where the name is"
                + " made of labels, as of a model or a protocol, change one of them",
            file, writer);
      }
      AtomicFiles.write(file, content);
      files.add(file);
    }

    @Override
    public void note(String message) {
      notes.accept("analysis %s: %s".formatted(analysis, message));
    }
  }
}
