package org.trellisrec.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.trellisrec");

  private static Stream<String> rules() {
    return Architecture.rules().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theCodeKeepsTheRule(String name) {
    ArchRule rule = Architecture.rules().get(name);
    assertThat(rule.evaluate(PRODUCTION).getFailureReport().getDetails()).as(name).isEmpty();
  }

  @Test
  void everyModuleIsLookedAt() {
    assertThat(PRODUCTION)
        .extracting(type -> type.getPackageName().replaceAll("org\\.trellisrec\\.(\\w+).*", "$1"))
        .contains(
            "spi",
            "tensorflow",
            "testkit",
            "splitters",
            "metrics",
            "recommenders",
            "analysis",
            "cli");
  }

  /** A guard counts only once it has been seen to bite. */
  @ParameterizedTest
  @CsvSource({
    "every package has a place, elsewhere.planted.Homeless",
    "core sees core, pipeline.planted.SeesPlugin",
    "the kit sees core, tensorflow.planted.SeesPlugin",
    "the testkit sees core, testkit.planted.SeesPlugin",
    "analyses see the extension points, analysis.planted.SeesEngine",
    "metrics see the extension points, metrics.planted.SeesSibling",
    "splitters see the extension points, splitters.planted.SeesEngine",
    "recommenders see the extension points, recommenders.planted.SeesEngine",
    "the data types see nothing, data.planted.SeesExtensionPoint",
    "the extension points see the data types, spi.planted.SeesEngine",
    "only the kit and models see TensorFlow, metrics.planted.SeesTensorFlow",
    "only analyses draw plots, metrics.planted.DrawsPlots",
    "only the benchmarks see JMH, metrics.planted.SeesJmh",
    "only the command line prints, metrics.planted.Prints",
    "randomness comes from seeds, splitters.planted.RollsDice",
    "sums keep their order, recommenders.planted.AddsInAnyOrder",
    "names have the same digits everywhere, splitters.planted.NamesInAnyLanguage"
  })
  void aPlantedViolationIsCaught(String name, String violator) throws ClassNotFoundException {
    JavaClasses planted =
        new ClassFileImporter().importClasses(Class.forName("org.trellisrec." + violator));
    ArchRule rule = Architecture.rules().get(name);
    assertThatThrownBy(() -> rule.check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(violator);
  }

  @Test
  void aPlantedCycleIsCaught() {
    JavaClasses planted =
        new ClassFileImporter()
            .importPackages("org.trellisrec.data.planted", "org.trellisrec.spi.planted");
    assertThatThrownBy(
            () -> Architecture.rules().get("packages of core have no cycles").check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Cycle detected");
  }

  @Test
  void everyRuleHasItsPlantedViolation() throws NoSuchMethodException {
    CsvSource table =
        ArchitectureTest.class
            .getDeclaredMethod("aPlantedViolationIsCaught", String.class, String.class)
            .getAnnotation(CsvSource.class);
    Set<String> planted =
        Stream.concat(
                Stream.of(table.value()).map(line -> line.substring(0, line.indexOf(','))),
                Stream.of("packages of core have no cycles"))
            .collect(Collectors.toSet());
    assertThat(planted).isEqualTo(Architecture.rules().keySet());
  }
}
