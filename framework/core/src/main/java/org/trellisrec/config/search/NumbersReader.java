package org.trellisrec.config.search;

import com.google.errorprone.annotations.FormatMethod;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.trellisrec.config.bind.BindScope;
import org.trellisrec.config.bind.ParamSpec;
import org.trellisrec.config.bind.ParamType;
import org.trellisrec.config.bind.Range;
import org.trellisrec.config.bind.ValueBinder;
import org.trellisrec.config.yaml.YamlNode;

/** Reads the numbers of a distribution and checks that its values suit the parameter. */
final class NumbersReader {
  private static final Range ANY =
      new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false);
  private static final double ALMOST_ONE = Math.nextDown(1.0);

  private final BindScope scope;

  NumbersReader(BindScope scope) {
    this.scope = scope;
  }

  Optional<Domain> read(ParamSpec param, Family family, YamlNode.Sequence list, String name) {
    boolean whole = param.type() instanceof ParamType.Whole;
    if (!whole && !(param.type() instanceof ParamType.Real)) {
      return problem(
          list, "%s draws numbers, but the parameter must be %s", name, param.type().expected());
    }
    double[] numbers = numbers(list, name);
    if (!hasRightLength(family, numbers)) {
      return problem(
          list, "%s has %d numbers, but needs %s", name, numbers.length, family.expected());
    }
    double a = first(family, numbers);
    double b = second(family, numbers);
    double step = family.isQuantized() ? numbers[2] : 0;
    String wrong = wrong(family, a, b, step);
    if (wrong.isEmpty() && whole && step != Math.rint(step)) {
      wrong = "the parameter takes whole numbers, so the step must be one, but is " + step;
    }
    if (!wrong.isEmpty()) {
      return problem(list, "%s: %s", name, wrong);
    }
    Domain.Numbers domain = new Domain.Numbers(family.distribution(), a, b, step, whole);
    return fits(param, domain)
        ? Optional.of(domain)
        : problem(
            list,
            "%s draws values from %s to %s, but the parameter must be %s",
            name,
            domain.at(0),
            domain.at(ALMOST_ONE),
            param.range().words());
  }

  private double[] numbers(YamlNode.Sequence list, String name) {
    ValueBinder binder = new ValueBinder(scope);
    return list.items().stream()
        .flatMap(item -> binder.bind(new ParamType.Real(), ANY, item, name).stream())
        .flatMapToDouble(value -> DoubleStream.of((Double) value))
        .toArray();
  }

  private static boolean hasRightLength(Family family, double[] numbers) {
    int needed = family.isQuantized() ? 3 : 2;
    return numbers.length == needed || (family == Family.ELLIOT_RANDINT && numbers.length == 1);
  }

  private static double first(Family family, double[] numbers) {
    if (family == Family.ELLIOT_RANDINT && numbers.length == 1) {
      return 0;
    }
    return family.isNaturalLog() ? Math.exp(numbers[0]) : numbers[0];
  }

  private static double second(Family family, double[] numbers) {
    if (family == Family.ELLIOT_RANDINT) {
      return numbers[numbers.length - 1] - 1;
    }
    return family.isNaturalLog() ? Math.exp(numbers[1]) : numbers[1];
  }

  /** The map form of a distribution whose bounds are natural logarithms. */
  private static String plain(Family family) {
    return family.isQuantized()
        ? "{quantized_log_uniform: [lower, upper, step]}"
        : "{log_uniform: [lower, upper]}";
  }

  private static String wrong(Family family, double a, double b, double step) {
    if (!Double.isFinite(a) || !Double.isFinite(b) || !Double.isFinite(step)) {
      return family.isNaturalLog()
          ? "the bounds are given by their natural logarithms, of which one here is that of no finite"
              + " number; %s is written with the bounds themselves".formatted(plain(family))
          : "the numbers must be finite";
    }
    if (family.isQuantized() && step <= 0) {
      return "the step must be above 0, but is " + step;
    }
    if (!family.distribution().isBounded()) {
      return b > 0 ? "" : "the standard deviation must be above 0, but is " + b;
    }
    if (a > b || (a == b && family.distribution() != Distribution.INTEGER)) {
      return "the lower bound " + a + " is not below the upper bound " + b;
    }
    if (family.distribution() == Distribution.LOG_UNIFORM && a <= 0) {
      return "the lower bound must be above 0, but is " + a;
    }
    boolean fraction = a != Math.rint(a) || b != Math.rint(b);
    return family.distribution() == Distribution.INTEGER && fraction
        ? "the bounds must be whole numbers"
        : "";
  }

  /** Values of an unbounded distribution are checked when they are drawn. */
  private static boolean fits(ParamSpec param, Domain.Numbers domain) {
    return !domain.distribution().isBounded()
        || List.of(0.0, ALMOST_ONE).stream()
            .map(u -> ((Number) domain.at(u)).doubleValue())
            .allMatch(param.range()::contains);
  }

  @FormatMethod
  private Optional<Domain> problem(YamlNode at, String format, Object... arguments) {
    scope.problems().add(at.at(), format, arguments);
    return Optional.empty();
  }
}
