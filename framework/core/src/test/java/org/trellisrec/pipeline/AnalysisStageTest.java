package org.trellisrec.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.AnalysisOutput;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.InputException;

class AnalysisStageTest {
  private static final List<List<String>> ROWS = List.of(List.of("1"));

  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();

  private interface Writes {
    void into(AnalysisOutput output) throws IOException;
  }

  private static NamedAnalysis named(String name, Writes writes) {
    return new NamedAnalysis(
        name,
        new Analysis() {
          @Override
          public void analyze(FinishedRun run, AnalysisOutput output) throws IOException {
            writes.into(output);
          }
        });
  }

  private AnalysisStage stage() {
    return new AnalysisStage(null, folder, notes::add);
  }

  private static void plot(AnalysisOutput output, String model) throws IOException {
    output.file("plot-" + model + ".png", model.getBytes(UTF_8));
    output.csv("plot-" + model, List.of("n"), ROWS);
    output.table("plot-" + model, List.of("n"), ROWS);
  }

  @Test
  void labelsThatNoFileCanHaveStayApart() throws IOException {
    List<Path> files =
        stage()
            .make(
                named(
                    "plots",
                    output -> {
                      plot(output, "SiBraR (a)");
                      plot(output, "SiBraR [a]");
                    }));

    assertThat(files).hasSize(8).doesNotHaveDuplicates();
    assertThat(files)
        .allSatisfy(
            file ->
                assertThat(file.getFileName().toString())
                    .matches("plot-SiBraR--a--[0-9a-f]{32}\\.(png|csv|md|tex)"));
    assertThat(files.get(0)).hasContent("SiBraR (a)");
    assertThat(files.get(4)).hasContent("SiBraR [a]");
  }

  @Test
  void safeNamesStayAsTheyAre() {
    assertThat(stage().make(named("plots", output -> plot(output, "EASE_R-0.1-nDCG@10"))))
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "plot-EASE_R-0.1-nDCG@10.png",
            "plot-EASE_R-0.1-nDCG@10.csv",
            "plot-EASE_R-0.1-nDCG@10.md",
            "plot-EASE_R-0.1-nDCG@10.tex");
  }

  @Test
  void labelsAreNoMarksInTables() {
    List<List<String>> rows = List.of(List.of("*a* `b` EASE_R"));
    List<Path> files =
        stage().make(named("a", output -> output.table("b", List.of("_model_"), rows)));
    assertThat(files.get(0))
        .content()
        .startsWith("| \\_model\\_ ")
        .contains("| \\*a\\* \\`b\\` EASE_R |");
  }

  @Test
  void noNameIsWrittenTwice() throws IOException {
    AnalysisStage stage = stage();
    stage.make(named("first", output -> output.csv("values", List.of("n"), ROWS)));
    NamedAnalysis second = named("second", output -> output.file("values.csv", new byte[] {'x'}));

    assertThatThrownBy(() -> stage.make(second))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("analysis second: ")
        .hasMessageContaining(folder.resolve("values.csv") + " was written by the analysis first");
    assertThat(Files.readString(folder.resolve("values.csv"))).startsWith("n");
    assertThat(stage.attempt(second)).isEmpty();
    assertThat(notes).singleElement().asString().startsWith("left out: analysis second");
  }

  @Test
  void anAnalysisThatFailsIsNamed() {
    NamedAnalysis failing =
        named(
            "broken",
            output -> {
              throw new ArithmeticException("/ by zero");
            });
    assertThatThrownBy(() -> stage().make(failing))
        .hasMessage("the analysis broken failed: java.lang.ArithmeticException: / by zero");
    assertThat(stage().attempt(failing)).isEmpty();
    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("left out: analysis broken failed: ArithmeticException: / by zero (at ");
  }

  @Test
  void anAnalysisThatCannotSayWhatItReadsIsNamed() {
    NamedAnalysis failing =
        new NamedAnalysis(
            "broken",
            new Analysis() {
              @Override
              public void analyze(FinishedRun run, AnalysisOutput output) {}

              @Override
              public boolean readsEmbeddings() {
                throw new ArithmeticException("/ by zero");
              }
            });
    assertThatThrownBy(failing::readsEmbeddings)
        .hasMessage("the analysis broken failed: java.lang.ArithmeticException: / by zero");
  }

  @Test
  void anotherStageWritesAnew() throws IOException {
    NamedAnalysis analysis = named("a", output -> output.file("b.txt", new byte[] {'x'}));
    stage().make(analysis);

    assertThat(stage().make(analysis)).containsExactly(folder.resolve("b.txt"));
  }
}
