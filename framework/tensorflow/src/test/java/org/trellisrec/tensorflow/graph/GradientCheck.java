package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Doubles;
import org.trellisrec.tensorflow.Workbench;

/**
 * Compares a scalar of a graph and its gradient by all trained parameters with the same function in
 * plain Java. The gradient of the twin is taken by central differences, which in double precision
 * are good to about 1e-9; the graph computes in single precision, so 1e-4 is asked of it.
 */
public final class GradientCheck {
  private static final long SEED = 5;
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-4;

  /** Builds the scalar, with the parameters that it is to be derived by. */
  public interface InGraph {
    Operand<TFloat32> build(Pass pass, Parameters parameters);
  }

  /** The same scalar of the same parameters, by name, last dimension fastest. */
  public interface Twin {
    double value(Map<String, double[]> parameters);
  }

  private GradientCheck() {}

  /** Fails if the graph and its twin differ, at any of the initial values of the parameters. */
  public static void assertSame(InGraph scalar, Twin twin) {
    assertSame(scalar, twin, feeds -> {});
  }

  /** The same for a graph with placeholders. */
  public static void assertSame(InGraph scalar, Twin twin, Consumer<Feeds> fill) {
    try (Workbench bench = new Workbench(SEED)) {
      Pass pass = Pass.training(bench.tf());
      Operand<TFloat32> y = scalar.build(pass, bench.parameters());
      List<Operand<TFloat32>> fetched =
          new ArrayList<>(
              Gradients.of(bench.graph(), y, List.copyOf(bench.parameters().values().values())));
      fetched.add(y);
      bench.initialize();
      Map<String, double[]> at = initial(bench);
      List<float[]> found =
          bench.values(fetched, fill.andThen(feeds -> pass.fillSeed(SEED, feeds)));
      double value = twin.value(at);
      assertThat((double) found.get(found.size() - 1)[0])
          .as("value")
          .isCloseTo(value, within(TOLERANCE * (1 + Math.abs(value))));
      int next = 0;
      for (String name : at.keySet()) {
        assertGradient(name, found.get(next++), twin, at);
      }
    }
  }

  /** The gradient of a scalar by one operand. */
  public static Operand<TFloat32> gradient(
      Workbench bench, Operand<TFloat32> y, Operand<TFloat32> x) {
    return Gradients.of(bench.graph(), y, List.of(x)).get(0);
  }

  private static Map<String, double[]> initial(Workbench bench) {
    Map<String, double[]> values = new LinkedHashMap<>();
    bench
        .parameters()
        .trained()
        .forEach((name, variable) -> values.put(name, Doubles.of(bench.values(variable))));
    return values;
  }

  private static void assertGradient(
      String name, float[] found, Twin twin, Map<String, double[]> at) {
    double[] x = at.get(name);
    assertThat(found).as("shape of the gradient by " + name).hasSameSizeAs(x);
    for (int i = 0; i < x.length; i++) {
      double here = x[i];
      x[i] = here + STEP;
      double above = twin.value(at);
      x[i] = here - STEP;
      double below = twin.value(at);
      x[i] = here;
      double expected = (above - below) / (2 * STEP);
      assertThat((double) found[i])
          .as("derivative by %s[%d]", name, i)
          .isCloseTo(expected, within(TOLERANCE * (1 + Math.abs(expected))));
    }
  }
}
