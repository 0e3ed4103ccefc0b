package org.trellisrec.recommenders.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.tensorflow.graph.Gradients;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.graph.Precision;
import org.trellisrec.tensorflow.layers.Losses;

/** Propagation against sums over edges, with more users than a tile has. */
class NormalizedGraphTest {
  private static final int USERS = 300;
  private static final int ITEMS = 7;

  /** User u has the items of which (u + 1) times the number leaves a small remainder. */
  private static Interactions train() {
    int[] cells =
        IntStream.range(0, USERS * ITEMS)
            .filter(cell -> (cell / ITEMS + 1) * (cell % ITEMS + 2) % 11 < 4)
            .toArray();
    return Interactions.of(
        USERS,
        ITEMS,
        IntStream.of(cells).map(cell -> cell / ITEMS).toArray(),
        IntStream.of(cells).map(cell -> cell % ITEMS).toArray(),
        null,
        null);
  }

  static Stream<DenseCore> cores() {
    return Stream.of(
        new DenseCore(new int[0], new int[0]),
        new DenseCore(new int[] {170, 3, 299}, new int[] {6, 0}),
        new DenseCore(IntStream.range(0, USERS).toArray(), IntStream.range(0, ITEMS).toArray()));
  }

  @ParameterizedTest
  @MethodSource("cores")
  void nodesReceiveTheWeightedSumOfTheirNeighbours(DenseCore core) {
    Interactions train = train();
    float[] ofUsers = new float[USERS];
    float[] ofItems = new float[ITEMS];
    int[] degrees = train.columnCounts();
    for (int user = 0; user < USERS; user++) {
      for (int item : train.columnsOf(user)) {
        float weight = (float) (1 / Math.sqrt((double) train.count(user) * degrees[item]));
        ofUsers[user] += weight * (item + 1);
        ofItems[item] += weight * (user - 100);
      }
    }
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      NormalizedGraph edges = new NormalizedGraph(tf, train, core);
      Operand<TFloat32> users =
          edges.toUsers(
              Pass.inference(tf), column(tf, IntStream.range(0, ITEMS).map(item -> item + 1)));
      Operand<TFloat32> items =
          edges.toItems(
              Pass.inference(tf), column(tf, IntStream.range(0, USERS).map(user -> user - 100)));
      try (Session session = new Session(graph);
          Result result = session.runner().fetch(users).fetch(items).run()) {
        assertThat(values(result, 0, USERS)).containsExactly(ofUsers, within(1e-4f));
        assertThat(values(result, 1, ITEMS)).containsExactly(ofItems, within(1e-3f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cores")
  void someUsersReceiveWhatTheyReceiveWithAllOthers(DenseCore core) {
    int[] some = {3, 250, 0, 170, 3};
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      NormalizedGraph edges = new NormalizedGraph(tf, train(), core);
      Operand<TFloat32> items = column(tf, IntStream.range(0, ITEMS).map(item -> item + 1));
      Operand<TFloat32> few = edges.toUsers(Pass.inference(tf), items, tf.constant(some));
      Operand<TFloat32> weights = column(tf, IntStream.range(0, some.length).map(n -> n * n));
      Operand<TFloat32> product = Losses.sum(tf, tf.math.mul(few, weights));
      Operand<TFloat32> spread =
          tf.scatterNd(
              tf.expandDims(tf.constant(some), tf.constant(1)),
              weights,
              tf.constant(new int[] {USERS, 1}));
      try (Session session = new Session(graph);
          Result result =
              session
                  .runner()
                  .fetch(edges.toUsers(Pass.inference(tf), items))
                  .fetch(few)
                  .fetch(Gradients.of(graph, product, List.of(items)).get(0))
                  .fetch(edges.toItems(Pass.inference(tf), spread))
                  .run()) {
        float[] all = values(result, 0, USERS);
        float[] ofSome = values(result, 1, some.length);
        for (int n = 0; n < some.length; n++) {
          assertThat(ofSome[n]).isCloseTo(all[some[n]], within(1e-4f));
        }
        assertThat(values(result, 2, ITEMS))
            .containsExactly(values(result, 3, ITEMS), within(1e-3f));
      }
    }
  }

  /** In training, and in the dense part alone. */
  @ParameterizedTest
  @MethodSource("cores")
  void productsOfTheCoreHaveThePrecisionOfThePass(DenseCore core) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      NormalizedGraph edges = new NormalizedGraph(tf, train(), core);
      Operand<TFloat32> items = column(tf, IntStream.range(0, ITEMS).map(item -> item + 1));
      try (Session session = new Session(graph);
          Result result =
              session
                  .runner()
                  .fetch(edges.toUsers(Pass.training(tf, Precision.BFLOAT16), items))
                  .fetch(edges.toUsers(Pass.inference(tf), items))
                  .run()) {
        float[] rounded = values(result, 0, USERS);
        float[] exact = values(result, 1, USERS);
        for (int user = 0; user < USERS; user++) {
          assertThat(rounded[user]).isCloseTo(exact[user], withinPercentage(1));
        }
        assertThat(Arrays.equals(rounded, exact)).isEqualTo(core.isEmpty());
      }
    }
  }

  /** What users receive depends on the items as what items receive does on the users. */
  @ParameterizedTest
  @MethodSource("cores")
  void gradientsAreTheTransposedProducts(DenseCore core) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      NormalizedGraph edges = new NormalizedGraph(tf, train(), core);
      Operand<TFloat32> ofItems = column(tf, IntStream.range(0, ITEMS).map(item -> item + 1));
      Operand<TFloat32> ofUsers = column(tf, IntStream.range(0, USERS).map(user -> user - 100));
      Operand<TFloat32> product =
          Losses.sum(tf, tf.math.mul(edges.toUsers(Pass.inference(tf), ofItems), ofUsers));
      Operand<TFloat32> mirrored =
          Losses.sum(tf, tf.math.mul(edges.toItems(Pass.inference(tf), ofUsers), ofItems));
      try (Session session = new Session(graph);
          Result result =
              session
                  .runner()
                  .fetch(Gradients.of(graph, product, List.of(ofItems)).get(0))
                  .fetch(edges.toItems(Pass.inference(tf), ofUsers))
                  .fetch(Gradients.of(graph, mirrored, List.of(ofUsers)).get(0))
                  .fetch(edges.toUsers(Pass.inference(tf), ofItems))
                  .run()) {
        assertThat(values(result, 0, ITEMS))
            .containsExactly(values(result, 1, ITEMS), within(1e-3f));
        assertThat(values(result, 2, USERS))
            .containsExactly(values(result, 3, USERS), within(1e-4f));
      }
    }
  }

  /** Sums over 2,000 users of a dense core, which TensorFlow might cut up by threads. */
  @Test
  void threadsDoNotChangeTheBits() {
    int users = 2000;
    int[] all = IntStream.range(0, users * ITEMS).filter(cell -> cell % 3 > 0).toArray();
    Interactions train =
        Interactions.of(
            users,
            ITEMS,
            IntStream.of(all).map(cell -> cell / ITEMS).toArray(),
            IntStream.of(all).map(cell -> cell % ITEMS).toArray(),
            null,
            null);
    DenseCore core =
        new DenseCore(IntStream.range(0, users).toArray(), IntStream.range(0, ITEMS).toArray());
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      float[][] vectors = new float[users][64];
      Random random = new Random(4);
      for (float[] vector : vectors) {
        for (int j = 0; j < vector.length; j++) {
          vector[j] = (float) random.nextGaussian();
        }
      }
      Operand<TFloat32> items =
          new NormalizedGraph(tf, train, core).toItems(Pass.inference(tf), tf.constant(vectors));
      float[] one = values(graph, items, 1);
      assertThat(values(graph, items, 2)).isEqualTo(one);
    }
  }

  private static float[] values(Graph graph, Operand<TFloat32> operand, int threads) {
    ConfigProto settings =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(threads)
            .setInterOpParallelismThreads(threads)
            .setUsePerSessionThreads(true)
            .build();
    try (Session session = new Session(graph, settings);
        Result result = session.runner().fetch(operand).run()) {
      return values(result, 0, ITEMS * 64);
    }
  }

  private static Operand<TFloat32> column(Ops tf, IntStream values) {
    float[][] rows = values.mapToObj(value -> new float[] {value}).toArray(float[][]::new);
    return tf.constant(rows);
  }

  private static float[] values(Result result, int index, int size) {
    float[] values = new float[size];
    result.get(index).asRawTensor().data().asFloats().read(values);
    return values;
  }
}
