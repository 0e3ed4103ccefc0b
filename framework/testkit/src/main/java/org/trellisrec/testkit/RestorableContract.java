package org.trellisrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.RestorableRecommender;
import org.trellisrec.spi.SavableModel;

/**
 * What a recommender promises whose models can be kept: a model that is read again scores as it did
 * when it was written, to the last bit. Extend it beside {@link RecommenderContract}.
 */
public abstract class RestorableContract {
  private static final long SEED = 11;

  @TempDir Path folder;
  private PlantedData data;

  /** The recipe under test. */
  protected abstract RestorableRecommender recommender();

  /** The data that the contract is tested on. */
  protected PlantedData data() {
    return PlantedData.of(60, 40, 1200, SEED);
  }

  /** Makes the data; they are not shared between tests. */
  @BeforeEach
  protected final void makeData() {
    data = data();
  }

  private static FakeFitContext context(long seed) {
    return new FakeFitContext(seed).stoppingAfter(3);
  }

  private float[][] saved() throws IOException {
    try (SavableModel model = recommender().fit(data.training(), context(SEED))) {
      float[][] scores = scores(model);
      model.save(folder);
      assertSame(scores(model), scores);
      return scores;
    }
  }

  private float[][] scores(Model model) {
    return PlantedData.scores(model, data.everyone());
  }

  private float[][] restored() throws IOException {
    try (SavableModel model = recommender().restore(folder, data.training(), context(SEED + 1))) {
      return scores(model);
    }
  }

  private static void assertSame(float[][] found, float[][] expected) {
    assertThat(Arrays.deepEquals(found, expected)).as("the scores are the same bits").isTrue();
  }

  @Test
  void aRestoredModelScoresAsTheSavedOne() throws IOException {
    float[][] scores = saved();
    assertSame(restored(), scores);
    assertSame(restored(), scores);
  }

  @Test
  void aRestoredModelCanBeSavedAgain(@TempDir Path other) throws IOException {
    float[][] scores = saved();
    try (SavableModel model = recommender().restore(folder, data.training(), context(SEED))) {
      model.save(other);
    }
    try (SavableModel model = recommender().restore(other, data.training(), context(SEED))) {
      assertSame(scores(model), scores);
    }
  }

  /**
   * A model that scores by side information is restored onto the same alone. It is known by {@link
   * Model#seeing}: where something is hidden it gives a view.
   */
  @Test
  void aModelOfSideInformationSaysSo() throws IOException {
    float[][] scores = saved();
    BitSet first = new BitSet();
    first.set(0);
    VisibleModalities less =
        new VisibleModalities(Map.of(VisibleModalities.INTERACTIONS, first), Map.of());
    TrainingData other = data.otherwiseDescribed();
    try (SavableModel model = recommender().restore(folder, other, context(SEED))) {
      Model view = model.seeing(less);
      boolean saysSo = view != model;
      if (saysSo) {
        view.close();
      }
      assertThat(saysSo || Arrays.deepEquals(scores(model), scores))
          .as(
              "Model.seeing gives a view, or the scores do not depend on side information; if they"
                  + " are to, override it, or for a network Network.usesModalities")
          .isTrue();
    } catch (InputException refused) {
      Assumptions.abort("other side information is refused: " + refused.getMessage());
    }
  }

  @Test
  void damagedFilesAreRefusedOrMakeNoDifference() throws IOException {
    float[][] scores = saved();
    for (Path file : files()) {
      byte[] content = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(content, content.length / 2));
      Throwable refused = catchThrowable(() -> assertSame(restored(), scores));
      if (refused != null) {
        assertThat(refused).isInstanceOfAny(InputException.class, IOException.class);
      }
      Files.write(file, content);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }
}
