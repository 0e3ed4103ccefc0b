package org.trellisrec.recommenders.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;

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
          edges.toUsers(column(tf, IntStream.range(0, ITEMS).map(item -> item + 1)));
      Operand<TFloat32> items =
          edges.toItems(column(tf, IntStream.range(0, USERS).map(user -> user - 100)));
      try (Session session = new Session(graph);
          Result result = session.runner().fetch(users).fetch(items).run()) {
        assertThat(values(result, 0, USERS)).containsExactly(ofUsers, within(1e-4f));
        assertThat(values(result, 1, ITEMS)).containsExactly(ofItems, within(1e-3f));
      }
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
