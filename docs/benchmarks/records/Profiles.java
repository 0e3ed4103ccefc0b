import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.sparse.SparseTensorDenseMatMul;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Times three ways to project sparse profiles X (n x width) by weights W (width x p), and to get the
 * gradient of W: as a sparse product over slices of 256 columns; as rows gathered from a dense
 * matrix and a dense product; as sums of segments of gathered rows of W. One thread, the median of
 * 15 runs, milliseconds, as CSV.
 *
 * <pre>
 * mvn -q package -Pquick -pl framework/cli -am
 * java -cp 'framework/cli/target/trellisrec/lib/*' docs/benchmarks/records/Profiles.java
 * </pre>
 */
public final class Profiles {
  private static final int SLICE = 256;
  private static final int RUNS = 15;

  /** Rows of a batch among all entities, and entries per row, with the size of the other side. */
  private record Data(String name, int rows, int entities, int width, int perRow) {}

  public static void main(String[] args) {
    System.out.println("data,rows,width,entries per row,p,formulation,projection ms,gradient ms");
    for (Data data :
        List.of(
            new Data("items of MovieLens-1M", 1236, 3416, 6040, 245),
            new Data("users of MovieLens-1M", 243, 6040, 3416, 165),
            new Data("items of Amazon Baby", 1250, 6386, 19440, 13),
            new Data("a third of all cells", 1236, 3416, 6040, 2013))) {
      for (int p : new int[] {64, 512}) {
        measure(data, p);
      }
    }
  }

  private static void measure(Data data, int p) {
    Random random = new Random(1);
    List<int[]> cells = new ArrayList<>();
    for (int row = 0; row < data.rows; row++) {
      int of = row;
      random.ints(0, data.width).distinct().limit(data.perRow).sorted()
          .forEach(column -> cells.add(new int[] {of, column}));
    }
    ConfigProto oneThread =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(1)
            .build();
    try (Graph graph = new Graph();
        Session session = new Session(graph, oneThread)) {
      Ops tf = Ops.create(graph);
      Ways ways = new Ways(tf, session, data, p, cells);
      Map<String, List<List<Operand<TFloat32>>>> all = new LinkedHashMap<>();
      all.put("sparse product", List.of(ways.sparse(), ways.sparseBack()));
      all.put("dense rows", List.of(List.of(ways.dense(false)), List.of(ways.dense(true))));
      all.put("segment sums", List.of(List.of(ways.segments()), List.of(ways.segmentsBack())));
      all.forEach(
          (name, way) ->
              System.out.printf(
                  "%s,%d,%d,%d,%d,%s,%.2f,%.2f%n",
                  data.name, data.rows, data.width, data.perRow, p, name,
                  median(session, way.get(0)), median(session, way.get(1))));
    }
  }

  private static double median(Session session, List<Operand<TFloat32>> results) {
    double[] millis = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      Session.Runner runner = session.runner();
      results.forEach(result -> runner.addTarget(result.op()));
      runner.run().close();
      millis[run] = (System.nanoTime() - start) / 1e6;
    }
    return IntStream.range(0, RUNS).mapToDouble(run -> millis[run]).sorted().toArray()[RUNS / 2];
  }

  /** The operations, on variables for what a step would compute. */
  private static final class Ways {
    private final Ops tf;
    private final Session session;
    private final Data data;
    private final int p;
    private final List<int[]> byRow;
    private final List<int[]> byColumn;

    Ways(Ops tf, Session session, Data data, int p, List<int[]> cells) {
      this.tf = tf;
      this.session = session;
      this.data = data;
      this.p = p;
      byRow = cells;
      byColumn = new ArrayList<>(cells);
      byColumn.sort((a, b) -> a[1] != b[1] ? a[1] - b[1] : a[0] - b[0]);
    }

    private Variable<TFloat32> variable(int rows, int columns) {
      Variable<TFloat32> variable = tf.variable(Shape.of(rows, columns), TFloat32.class);
      Operand<TFloat32> start =
          tf.random.randomUniform(tf.constant(new int[] {rows, columns}), TFloat32.class);
      session.runner().addTarget(tf.assign(variable, start).op()).run().close();
      return variable;
    }

    List<Operand<TFloat32>> sparse() {
      List<Operand<TFloat32>> slices = slices(false);
      return slices.size() == 1 ? slices : List.of(tf.concat(slices, tf.constant(1)));
    }

    List<Operand<TFloat32>> sparseBack() {
      return slices(true);
    }

    private List<Operand<TFloat32>> slices(boolean back) {
      int[] flat = byColumn.stream().flatMapToInt(IntStream::of).toArray();
      List<Operand<TFloat32>> slices = new ArrayList<>();
      for (int from = 0; from < p; from += SLICE) {
        slices.add(
            tf.sparse.sparseTensorDenseMatMul(
                tf.constant(Shape.of(byColumn.size(), 2), DataBuffers.of(flat)),
                tf.fill(tf.constant(new int[] {byColumn.size()}), tf.constant(1f)),
                tf.constant(new long[] {data.rows, data.width}),
                variable(back ? data.rows : data.width, Math.min(SLICE, p - from)),
                SparseTensorDenseMatMul.adjointA(back)));
      }
      return slices;
    }

    /** Rows are gathered in either pass, as if the other had not kept them. */
    Operand<TFloat32> dense(boolean back) {
      int[] entities = new Random(2).ints(0, data.entities).limit(data.rows).toArray();
      Operand<TFloat32> rows =
          tf.gather(variable(data.entities, data.width), tf.constant(entities), tf.constant(0));
      return tf.linalg.matMul(
          rows, variable(back ? data.rows : data.width, p), MatMul.transposeA(back));
    }

    Operand<TFloat32> segments() {
      return tf.sparse.sparseSegmentSum(
          variable(data.width, p), column(byRow, cell -> cell[1]), column(byRow, cell -> cell[0]));
    }

    Operand<TFloat32> segmentsBack() {
      return tf.sparse.sparseSegmentSum(
          variable(data.rows, p),
          column(byColumn, cell -> cell[0]),
          column(byColumn, cell -> cell[1]));
    }

    private Operand<TInt32> column(
        List<int[]> cells, Function<int[], Integer> of) {
      return tf.constant(cells.stream().mapToInt(of::apply).toArray());
    }
  }
}
