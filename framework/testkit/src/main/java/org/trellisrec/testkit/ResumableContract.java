package org.trellisrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.report.Folders;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.UnusableCheckpointException;

/**
 * What a recommender promises that keeps the state of its training in {@link
 * org.trellisrec.spi.FitContext#checkpoints}: a training that was killed and is taken up again ends
 * in the same model, to the last bit. Extend it beside {@link RecommenderContract}.
 */
public abstract class ResumableContract {
  private static final long SEED = 11;
  private static final int EPOCHS = 4;

  @TempDir Path folder;

  /** A recipe that trains for at least five epochs, and validates after each. */
  protected abstract Recommender recommender();

  /** The data that the contract is tested on. */
  protected PlantedData data() {
    return PlantedData.of(60, 40, 1200, SEED);
  }

  /** Trains to the fourth epoch, with the second or another one the best. */
  private static FakeFitContext keepingNothing(int bestEpoch) {
    return new FakeFitContext(SEED).stoppingAfter(EPOCHS).improvingUntil(bestEpoch);
  }

  private FakeFitContext context(int bestEpoch) {
    return keepingNothing(bestEpoch).keepingCheckpointsIn(folder);
  }

  private FakeFitContext context() {
    return context(2);
  }

  private float[][] fit(FakeFitContext context) {
    try (Model model = recommender().fit(data().training(), context)) {
      return PlantedData.scores(model, data().everyone());
    }
  }

  private float[][] uninterrupted() {
    return fit(keepingNothing(2));
  }

  private FakeFitContext interruptedIn(int epoch) {
    return interruptedIn(epoch, context());
  }

  private FakeFitContext interruptedIn(int epoch, FakeFitContext undisturbed) {
    FakeFitContext context = undisturbed.interruptedIn(epoch);
    assertThatThrownBy(() -> fit(context)).isInstanceOf(FakeFitContext.Interruption.class);
    return context.restarted();
  }

  private static void assertSame(float[][] found, float[][] expected) {
    assertThat(Arrays.deepEquals(found, expected)).as("the scores are the same bits").isTrue();
  }

  @Test
  void keepingCheckpointsChangesNothing() {
    FakeFitContext context = context();
    assertSame(fit(context), uninterrupted());
    assertThat(context.losses()).hasSize(EPOCHS);
  }

  @ParameterizedTest(name = "interrupted in epoch {0}, best in epoch {1}")
  @CsvSource({"1,2", "2,1", "2,4", "3,2", "4,1", "4,4"})
  void anInterruptedTrainingEndsInTheSameModel(int epoch, int bestEpoch) {
    FakeFitContext undisturbed = keepingNothing(bestEpoch);
    float[][] expected = fit(undisturbed);
    FakeFitContext again = interruptedIn(epoch, context(bestEpoch));
    assertSame(fit(again), expected);
    assertThat(again.losses()).isEqualTo(undisturbed.losses());
    assertThat(again.epochsReported()).as("epochs trained again").isEqualTo(EPOCHS - epoch + 1);
  }

  @Test
  void aTrainingMayBeInterruptedTwice() {
    FakeFitContext again = interruptedIn(2).interruptedIn(4);
    assertThatThrownBy(() -> fit(again)).isInstanceOf(FakeFitContext.Interruption.class);
    assertSame(fit(again.restarted()), uninterrupted());
  }

  @Test
  void aFinishedTrainingGivesItsModelWithoutAnotherEpoch() {
    FakeFitContext first = context();
    fit(first);
    FakeFitContext again = first.restarted();
    assertSame(fit(again), uninterrupted());
    assertThat(again.epochsReported()).isZero();
  }

  @Test
  void aStateThatTheEngineHasNoAccountOfIsNotUsed() {
    interruptedIn(3);
    assertThatThrownBy(() -> fit(context())).isInstanceOf(UnusableCheckpointException.class);
  }

  @Test
  void aDamagedStateIsRefusedOrMakesNoDifference() throws IOException {
    for (double share : new double[] {0, 0.5, 0.9}) {
      FakeFitContext again = interruptedIn(3);
      for (Path file : files()) {
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, (int) (share * content.length)));
      }
      Throwable refused =
          catchThrowableOfType(
              UnusableCheckpointException.class, () -> assertSame(fit(again), uninterrupted()));
      if (refused != null) {
        assertThat(refused)
            .as("it names the file or its folder")
            .hasMessageContaining(folder.toString());
      }
      empty();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  private void empty() throws IOException {
    for (Path path : Folders.list(folder)) {
      if (Files.isDirectory(path)) {
        Folders.delete(path);
      } else {
        Files.delete(path);
      }
    }
  }
}
