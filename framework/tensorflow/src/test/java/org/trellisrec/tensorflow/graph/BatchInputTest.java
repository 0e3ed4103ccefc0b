package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.tensorflow.Doubles;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.layers.Embedding;
import org.trellisrec.tensorflow.layers.Losses;
import org.trellisrec.tensorflow.layers.Scores;
import org.trellisrec.tensorflow.layers.SparseDense;

/** From a batch to the values a network sees, and back along their gradients. */
class BatchInputTest {
  /** User 1 has nothing; three users, four items. */
  private static final double[][] RATINGS = {{5, 0, 2, 0}, {0, 0, 0, 0}, {0, 3, 0, 4}};

  /** Lists of users 2, 0, 2; of items (1, 3), (0, 3), (3, 2). */
  private static final Batch BATCH =
      new Batch(
          new int[] {2, 0},
          new int[] {1, 3, 0, 2},
          new int[] {0, 1, 0},
          new int[] {0, 1, 2, 1, 1, 3},
          new float[] {1, 0, 5, 0, 0.5f, 0},
          3,
          2,
          77);

  private static TrainingData data() {
    Interactions train =
        Interactions.of(
            3, 4, new int[] {0, 0, 2, 2}, new int[] {0, 2, 1, 3}, new float[] {5, 2, 3, 4}, null);
    return new TrainingData(new Dataset("tiny", ids(3), ids(4), train), train);
  }

  private static Vocabulary ids(int size) {
    return Vocabulary.of(IntStream.range(0, size).mapToObj(Integer::toString).toList());
  }

  @Test
  void everyPlaceholderIsFilled() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      BatchInput input = new BatchInput(tf, data());
      Consumer<Feeds> fill = feeds -> input.fill(BATCH, feeds);
      assertThat(bench.values(tf.identity(input.labels()), fill)).containsExactly(BATCH.labels());
      assertThat(bench.values(tf.identity(input.userCounts()), fill)).containsExactly(2, 1);
      assertThat(bench.values(tf.identity(input.itemCounts()), fill)).containsExactly(1, 3, 1, 1);
      assertThat(input.itemCounts()).isSameAs(input.itemCounts());
      Operand<TFloat32> ids =
          tf.expandDims(tf.dtypes.cast(input.items().indices(), TFloat32.class), tf.constant(1));
      assertThat(bench.values(input.asLists(input.perItem(ids)), fill))
          .containsExactly(1, 3, 0, 3, 3, 2);
      Operand<TFloat32> users =
          tf.expandDims(tf.dtypes.cast(input.users().indices(), TFloat32.class), tf.constant(1));
      assertThat(bench.values(input.perList(users), fill)).containsExactly(2, 0, 2);
    }
  }

  @Test
  void feedsOfANetworkSeeTheBatch() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      BatchInput input = new BatchInput(tf, data());
      var own = tf.placeholder(TFloat32.class);
      input.feed((batch, feeds) -> feeds.put(own, batch.lists()));
      assertThat(bench.values(tf.identity(own), feeds -> input.fill(BATCH, feeds)))
          .containsExactly(3);
    }
  }

  /** Slots that share an entity add up in the gradient of its row. */
  @Test
  void gradientsOfRepeatedEntitiesAddUp() {
    TrainingData data = data();
    BatchInput[] made = new BatchInput[1];
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Ops tf = pass.tf();
          BatchInput input = new BatchInput(tf, data);
          made[0] = input;
          Embedding users = new Embedding(parameters, "users", 3, 2, Initializer.uniform(1));
          Embedding items = new Embedding(parameters, "items", 4, 2, Initializer.uniform(1));
          Operand<TFloat32> ofUsers = input.perList(users.apply(pass, input.users().indices()));
          Operand<TFloat32> ofItems = input.perItem(items.apply(pass, input.items().indices()));
          Operand<TFloat32> scores = Scores.ofLists(tf, ofUsers, input.asLists(ofItems, 2));
          return Losses.mean(tf, tf.math.square(tf.math.sub(scores, input.labels())));
        },
        at -> {
          double[][] users = Doubles.matrix(at.get("users"), 2);
          double[][] items = Doubles.matrix(at.get("items"), 2);
          double sum = 0;
          for (int slot = 0; slot < 6; slot++) {
            double[] u = users[BATCH.users()[BATCH.userSlots()[slot / 2]]];
            double[] v = items[BATCH.items()[BATCH.itemSlots()[slot]]];
            double error = u[0] * v[0] + u[1] * v[1] - BATCH.labels()[slot];
            sum += error * error;
          }
          return sum / 6;
        },
        feeds -> made[0].fill(BATCH, feeds));
  }

  /** Through the sparse product, whose gradient is our own. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void profilesAreMultipliedAndDerived(boolean ones) {
    TrainingData data = data();
    int[] chosen = {2, 1, 0};
    EntityInput[] made = new EntityInput[1];
    GradientCheck.assertSame(
        (pass, parameters) -> {
          EntityInput input = new EntityInput(pass.tf(), "users");
          made[0] = input;
          Operand<TFloat32> weights =
              parameters.trained("weights", Shape.of(4, 3), Initializer.uniform(1));
          SparseInput rows = input.interactions(ones);
          assertThat(input.interactions(ones)).isSameAs(rows);
          Operand<TFloat32> squares = pass.tf().math.square(rows.times(weights));
          return Losses.sum(pass.tf(), squares);
        },
        at -> {
          double[][] rows = {RATINGS[2], RATINGS[1], RATINGS[0]};
          double[][] filled = ones ? Doubles.each(rows, r -> r > 0 ? 1 : 0) : rows;
          double[][] product = Doubles.product(filled, Doubles.matrix(at.get("weights"), 3));
          return Doubles.sum(Doubles.each(product, v -> v * v));
        },
        feeds -> made[0].fill(new Entities(chosen, data.interactions()), feeds));
  }

  /** Through a layer of two slices, with its bias and without. */
  @Test
  void profilesPassThroughAWideLayer() {
    TrainingData data = data();
    int[] chosen = {2, 1, 0};
    EntityInput[] made = new EntityInput[1];
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Ops tf = pass.tf();
          EntityInput input = new EntityInput(tf, "users");
          made[0] = input;
          SparseDense layer =
              new SparseDense(
                  parameters, "layer", 4, 258, Initializer.uniform(1), Initializer.uniform(1));
          SparseInput rows = input.interactions(false);
          Operand<TFloat32> both = tf.math.mul(layer.apply(tf, rows), layer.product(tf, rows));
          return tf.math.div(Losses.sum(tf, both), tf.constant(258f));
        },
        at -> {
          double[][] rows = {RATINGS[2], RATINGS[1], RATINGS[0]};
          double[][] left = Doubles.product(rows, Doubles.matrix(at.get("layer/weights/0"), 129));
          double[][] right = Doubles.product(rows, Doubles.matrix(at.get("layer/weights/1"), 129));
          double sum = 0;
          for (int row = 0; row < 3; row++) {
            for (int j = 0; j < 258; j++) {
              double product = j < 129 ? left[row][j] : right[row][j - 129];
              sum += product * (product + at.get("layer/bias")[j]);
            }
          }
          return sum / 258;
        },
        feeds -> made[0].fill(new Entities(chosen, data.interactions()), feeds));
  }

  /** Columns of the matrix, for items. */
  @Test
  void itemsSeeTheUsersWhoHaveThem() {
    TrainingData data = data();
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      EntityInput input = new EntityInput(tf, "items");
      Operand<TFloat32> dense =
          input.interactions(false).times(tf.constant(new float[][] {{1}, {10}, {100}}));
      Entities items = new Entities(new int[] {3, 0}, data.byItem());
      assertThat(bench.values(List.of(dense), feeds -> input.fill(items, feeds)).get(0))
          .containsExactly(400, 5);
    }
  }
}
