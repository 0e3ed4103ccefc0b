package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.Doubles;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.graph.Initializer.Kind;

/** The distributions by name, with the formulas of PyTorch and Keras. */
class InitializerTest {
  /** fan-in 200, fan-out 50: 10,000 values. */
  private static final Shape MATRIX = Shape.of(200, 50);

  private static double[] values(Initializer initializer, Shape shape, long seed) {
    try (Workbench bench = new Workbench(seed)) {
      bench.parameters().state("x", shape, initializer);
      bench.initialize();
      return Doubles.of(bench.values(bench.parameters().all().get("x")));
    }
  }

  /** A uniform distribution has the deviation limit / sqrt(3). */
  @ParameterizedTest
  @CsvSource({
    "uniform(0.3), 0.3",
    "xavier_uniform, 0.15491933384829668", // sqrt(6 / 250)
    "glorot_uniform, 0.15491933384829668",
    "kaiming_uniform, 0.17320508075688773", // sqrt(6 / 200)
    "he_uniform, 0.17320508075688773",
    "lecun_uniform, 0.1224744871391589", // sqrt(3 / 200)
    "torch_linear, 0.07071067811865475", // 1 / sqrt(200)
    "xavier_uniform(2), 0.30983866769659335",
  })
  void uniformOnesFillTheirInterval(String name, double limit) {
    double[] values = values(Initializer.parse(name), MATRIX, 1);
    assertMoments(values, limit / Math.sqrt(3));
    double most = DoubleStream.of(values).map(Math::abs).max().orElseThrow();
    assertThat(most).isBetween(0.998 * limit, limit * (1 + 1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "normal(0.01), 0.01",
    "xavier_normal, 0.08944271909999159", // sqrt(2 / 250)
    "kaiming_normal, 0.1", // sqrt(2 / 200)
    "kaiming_normal(0.5), 0.05",
  })
  void normalOnesHaveTails(String name, double deviation) {
    double[] values = values(Initializer.parse(name), MATRIX, 1);
    assertMoments(values, deviation);
    assertThat(beyond(values, 2 * deviation)).isBetween(0.0455 - 0.011, 0.0455 + 0.011);
  }

  /**
   * Keras: {@code truncated_normal} has the deviation before it is cut off, {@code glorot_normal},
   * {@code he_normal} and {@code lecun_normal} the one after, which is 0.8796 of it.
   */
  @ParameterizedTest
  @CsvSource({
    "truncated_normal(0.1), 0.08796256610342398",
    "glorot_normal, 0.08944271909999159", // sqrt(2 / 250)
    "he_normal, 0.1", // sqrt(2 / 200)
    "lecun_normal, 0.07071067811865475", // sqrt(1 / 200)
    "lecun_normal(0.5), 0.035355339059327376",
  })
  void truncatedOnesHaveNone(String name, double deviation) {
    double[] values = values(Initializer.parse(name), MATRIX, 1);
    assertMoments(values, deviation);
    double limit = 2 * deviation / 0.8796256610342398;
    assertThat(beyond(values, limit * (1 + 1e-6))).isZero();
    assertThat(beyond(values, 0.95 * limit)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"200, 50, 1", "50, 200, 1", "30, 30, 1", "40, 20, 0.5", "40, 1, 1"})
  void orthogonalOnesAreOfLength1(int rows, int columns, double gain) {
    Initializer initializer = new Initializer(Kind.ORTHOGONAL, gain);
    Shape shape = columns == 1 ? Shape.of(rows) : Shape.of(rows, columns);
    double[] q = values(initializer, shape, 1);
    int few = Math.min(rows, columns);
    boolean wide = rows < columns;
    for (int i = 0; i < few; i++) {
      for (int j = 0; j < few; j++) {
        double product = 0;
        for (int k = 0; k < Math.max(rows, columns); k++) {
          product +=
              wide
                  ? q[i * columns + k] * q[j * columns + k]
                  : q[k * columns + i] * q[k * columns + j];
        }
        assertThat(product).isCloseTo(i == j ? gain * gain : 0, within(1e-5));
      }
    }
  }

  /** Q^T A is the triangular R, with a positive diagonal, of the normal A of the same seed. */
  @Test
  void orthogonalOnesAreUniqueByTheirSigns() {
    int columns = 50;
    double[] a = values(Initializer.normal(1), MATRIX, 1);
    double[] q = values(Initializer.parse("orthogonal"), MATRIX, 1);
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j <= i; j++) {
        double product = 0;
        for (int k = 0; k < 200; k++) {
          product += q[k * columns + i] * a[k * columns + j];
        }
        if (i == j) {
          assertThat(product).isPositive();
        } else {
          assertThat(product).isCloseTo(0, within(1e-4));
        }
      }
    }
  }

  /** Within six standard errors of a normal distribution. */
  private static void assertMoments(double[] values, double deviation) {
    double error = 6 / Math.sqrt(values.length);
    double mean = DoubleStream.of(values).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(deviation * error));
    double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
    assertThat(Math.sqrt(squares / values.length))
        .isCloseTo(deviation, within(deviation * error / Math.sqrt(2)));
  }

  private static double beyond(double[] values, double limit) {
    return DoubleStream.of(values).filter(v -> Math.abs(v) > limit).count()
        / (double) values.length;
  }

  @Test
  void constantsAreConstant() {
    assertThat(values(Initializer.parse("constant(0.25)"), Shape.of(3), 1)).containsOnly(0.25);
    assertThat(values(Initializer.parse("constant"), Shape.of(3), 1)).containsOnly(0);
    assertThat(Initializer.parse("zeros")).isEqualTo(Initializer.ZEROS);
    assertThat(Initializer.parse(" Ones")).isEqualTo(Initializer.ONES);
  }

  /** A vector counts its length for both fans, a scalar 1. */
  @ParameterizedTest
  @CsvSource({"kaiming_uniform, 100, 0.2449", "torch_linear, 100, 0.1", "xavier_uniform, 0, 1.732"})
  void vectorsAndScalarsHaveFans(String name, int length, double limit) {
    Shape shape = length == 0 ? Shape.scalar() : Shape.of(length);
    for (double value : values(Initializer.parse(name), shape, 4)) {
      assertThat(Math.abs(value)).isLessThan(limit).isNotZero();
    }
  }

  @Test
  void biasesOfTorchCountTheInputsOfTheirLayer() {
    assertThat(Initializer.parse("torch_linear")).isEqualTo(Initializer.TORCH_LINEAR);
    assertThat(Initializer.TORCH_LINEAR.forBias(400)).isEqualTo(Initializer.uniform(0.05));
    assertThat(Initializer.ZEROS.forBias(400)).isEqualTo(Initializer.ZEROS);
  }

  /** As torch.nn.init does with a table of shape (n, 400), whatever n. */
  @ParameterizedTest
  @CsvSource({
    "torch_linear, uniform(0.05)",
    "kaiming_uniform, uniform(0.1224744871391589)",
    "kaiming_normal, normal(0.07071067811865475)",
    "he_uniform(2), uniform(0.2449489742783178)",
    "lecun_uniform, uniform(0.08660254037844387)",
    "xavier_uniform, xavier_uniform(1.0)",
    "normal(0.1), normal(0.1)"
  })
  void tablesCountTheLengthOfTheirVectors(String name, String same) {
    assertThat(Initializer.parse(name).forTable(400)).hasToString(same);
  }

  @ParameterizedTest
  @CsvSource({"he_normal, 2", "lecun_normal, 1"})
  void truncatedTablesHaveTheSameDeviation(String name, double factor) {
    double[] table = values(Initializer.parse(name).forTable(400), Shape.of(90, 400), 5);
    double squares = Arrays.stream(table).map(x -> x * x).average().orElseThrow();
    assertThat(Math.sqrt(squares)).isCloseTo(Math.sqrt(factor / 400), within(0.001));
  }

  @ParameterizedTest
  @EnumSource
  void everyKindIsReadAndWrittenByName(Kind kind) {
    Initializer half = new Initializer(kind, 0.5);
    assertThat(half.toString()).isEqualTo(kind.name().toLowerCase(Locale.ROOT) + "(0.5)");
    assertThat(Initializer.parse(half.toString())).isEqualTo(half);
    assertThat(Initializer.parse(" " + half.toString().toUpperCase(Locale.ROOT))).isEqualTo(half);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "normal",
        "uniform",
        "truncated_normal",
        "xavier",
        "zeros(1)",
        "normal(x)",
        "normal(0.1",
        "normal()",
        "normal(1e)",
        "xavier uniform",
        "0.1"
      })
  void otherFormsAreRefused(String text) {
    assertThatThrownBy(() -> Initializer.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("'" + text + "' is not an initialiser; expected one of xavier_un");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "normal(1e999)",
        "uniform(1e39)",
        "kaiming_uniform(3e38)",
        "normal(-1)",
        "uniform(0)",
        "truncated_normal(1e-60)",
        "orthogonal(-0.5)",
        "constant(-1e39)"
      })
  void numbersThatNothingCanStartByAreRefused(String text) {
    assertThatThrownBy(() -> Initializer.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("the number of '" + text + "' is ")
        .hasMessageContaining("1e37");
  }

  /** With the smallest fans there are. */
  @ParameterizedTest
  @EnumSource
  void theGreatestNumberGivesFiniteValues(Kind kind) {
    Initializer greatest = Initializer.parse(kind.name() + "(1e37)");
    for (double value : values(greatest, Shape.of(1, 500), 2)) {
      assertThat(value).isFinite();
    }
  }

  @Test
  void constantsMayBeNegative() {
    assertThat(values(Initializer.parse("constant(-2)"), Shape.of(3), 1)).containsOnly(-2);
  }

  @Test
  void valuesDependOnTheNameAndTheSeedAlone() {
    Initializer normal = Initializer.normal(1);
    double[] first = values(normal, MATRIX, 1);
    assertThat(values(normal, MATRIX, 1)).containsExactly(first);
    assertThat(values(normal, MATRIX, 2)).isNotEqualTo(first);
    try (Workbench bench = new Workbench(1)) {
      Parameters parameters = new Parameters(bench.tf(), new Seed(1));
      parameters.state("before", Shape.of(9), normal);
      parameters.state("x", MATRIX, normal);
      parameters.initial().forEach(op -> bench.run(op, feeds -> {}));
      assertThat(Doubles.of(bench.values(parameters.all().get("x")))).containsExactly(first);
      assertThat(first).doesNotContain(bench.values(parameters.all().get("before"))[0]);
    }
  }
}
