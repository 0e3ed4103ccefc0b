package org.trellisrec.cli.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trellisrec.numpy.NumpyFile;
import org.trellisrec.report.FileNames;
import org.trellisrec.report.ResultsTable;
import org.trellisrec.report.Sha256;
import org.trellisrec.report.UnitKey;
import org.trellisrec.significance.SampleKey;
import org.trellisrec.spi.Seed;

/** The rules of who may see whom, by name. */
final class Architecture {
  private static final String ROOT = "org.trellisrec.";
  private static final String ALL = "org.trellisrec..";
  private static final String TENSORFLOW = "tensorflow";

  private static final List<String> CORE =
      List.of(
          "config",
          "data",
          "evaluation",
          "fetch",
          "files",
          "generate",
          "input",
          "io",
          "multiobjective",
          "numpy",
          "pipeline",
          "report",
          "significance",
          "spi",
          "text",
          "tuning");

  /** The packages of each module of plugins. */
  private static final Map<String, List<String>> PLUGINS =
      Map.of(
          "analyses", List.of("analysis"),
          "metrics", List.of("metrics"),
          "recommenders", List.of("recommenders"),
          "splitters", List.of("splitters", "prefilters"));

  /** Classes that name what is written or drawn, or write what others have to read. */
  private static final Set<String> NAMING =
      Stream.of(
              FileNames.class,
              NumpyFile.class,
              ResultsTable.Section.class,
              SampleKey.class,
              UnitKey.class)
          .map(Class::getName)
          .collect(Collectors.toSet());

  /** Calls whose argument is to be the same on every machine. */
  private static final DescribedPredicate<JavaCall<?>> NAMED_BY =
      describe(
          "name a seed, a file or a hash",
          call ->
              Set.of(Seed.class.getName() + ".derive", Sha256.class.getName() + ".of")
                      .contains(call.getTargetOwner().getName() + "." + call.getName())
                  || call.getTargetOwner().getName().equals(FileNames.class.getName()));

  private static final DescribedPredicate<JavaCall<?>> WITHOUT_LOCALE =
      describe(
          "format without a locale",
          call ->
              call.getTargetOwner().isEquivalentTo(String.class)
                  && (call.getName().equals("formatted")
                      || (call.getName().equals("format")
                          && !call.getTarget()
                              .getRawParameterTypes()
                              .get(0)
                              .isEquivalentTo(Locale.class))));

  private Architecture() {}

  static Map<String, ArchRule> rules() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("every package has a place", everyPackageHasAPlace());
    rules.put("core sees core", onlySees(CORE, CORE));
    rules.put("the kit sees core", onlySees(List.of(TENSORFLOW), CORE));
    rules.put("the testkit sees core", onlySees(List.of("testkit"), CORE));
    PLUGINS.forEach(
        (module, packages) -> {
          List<String> allowed = new ArrayList<>(List.of("spi", "data", "input"));
          if (module.equals("recommenders")) {
            allowed.add(TENSORFLOW);
          }
          rules.put(module + " see the extension points", onlySees(packages, allowed));
        });
    rules.put("the data types see nothing", onlySees(List.of("data"), List.of()));
    rules.put("the extension points see the data types", onlySees(List.of("spi"), List.of("data")));
    rules.put("only the kit and models see TensorFlow", onlyModelsSeeTensorFlow());
    rules.put("only analyses draw plots", onlyAnalysesDrawPlots());
    rules.put("only the benchmarks see JMH", onlyTheBenchmarksSeeJmh());
    rules.put("packages of core have no cycles", noCycles());
    rules.put("only the command line prints", onlyTheCommandLinePrints());
    rules.put("randomness comes from seeds", randomnessComesFromSeeds());
    rules.put("sums keep their order", sumsKeepTheirOrder());
    rules.put("names have the same digits everywhere", namesHaveTheSameDigitsEverywhere());
    return rules;
  }

  private static ArchRule everyPackageHasAPlace() {
    String[] known =
        packages(
            Stream.concat(
                    PLUGINS.values().stream(),
                    Stream.of(CORE, List.of(TENSORFLOW, "testkit", "cli")))
                .flatMap(List::stream));
    return classes().should().resideInAnyPackage(known);
  }

  /** Classes of these packages see each only their own package and the allowed ones, of ours. */
  private static ArchRule onlySees(List<String> who, List<String> allowed) {
    String[] visible = packages(Stream.concat(who.stream(), allowed.stream()));
    return noClasses()
        .that()
        .resideInAnyPackage(packages(who.stream()))
        .should()
        .dependOnClassesThat(resideInAPackage(ALL).and(not(resideInAnyPackage(visible))));
  }

  private static ArchRule onlyModelsSeeTensorFlow() {
    return noClasses()
        .that()
        .resideInAPackage(ALL)
        .and()
        .resideOutsideOfPackages(packages(Stream.of(TENSORFLOW, "recommenders")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.tensorflow..");
  }

  private static ArchRule onlyAnalysesDrawPlots() {
    return noClasses()
        .that()
        .resideInAPackage(ALL)
        .and()
        .resideOutsideOfPackage("org.trellisrec.analysis..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.knowm..", "org.apache.batik..");
  }

  /** JMH is under another licence than the rest: nothing else may come to depend on it. */
  private static ArchRule onlyTheBenchmarksSeeJmh() {
    return noClasses()
        .that()
        .resideInAPackage(ALL)
        .and()
        .resideOutsideOfPackage("org.trellisrec.cli.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.openjdk.jmh..");
  }

  private static ArchRule noCycles() {
    return slices()
        .matching("org.trellisrec.(**)")
        .that(describe("are part of core", slice -> CORE.contains(firstPart(slice.getNamePart(1)))))
        .should()
        .beFreeOfCycles();
  }

  private static String firstPart(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static ArchRule onlyTheCommandLinePrints() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("org.trellisrec.cli..")
        .should(ACCESS_STANDARD_STREAMS);
  }

  private static ArchRule randomnessComesFromSeeds() {
    return noClasses()
        .that()
        .resideInAPackage(ALL)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Random.class, ThreadLocalRandom.class)
        .orShould()
        .callMethod(Math.class, "random");
  }

  /** What AddN adds first depends on what may be overwritten when it runs; Sums does not. */
  private static ArchRule sumsKeepTheirOrder() {
    return noClasses().that().resideInAPackage(ALL).should().callMethodWhere(target(name("addN")));
  }

  /**
   * What is formatted without a locale has the digits of the machine's language: it serves
   * messages, and neither seeds, hashes and names of files nor what is compared with them later.
   */
  private static ArchRule namesHaveTheSameDigitsEverywhere() {
    return noCodeUnits()
        .that(
            describe(
                "make seeds, hashes or names",
                unit -> NAMING.contains(unit.getOwner().getName()) || callsAny(unit, NAMED_BY)))
        .should(
            ArchCondition.from(
                describe(
                    "format in the language of the machine",
                    unit -> callsAny(unit, WITHOUT_LOCALE))));
  }

  private static boolean callsAny(JavaCodeUnit unit, DescribedPredicate<? super JavaCall<?>> what) {
    return unit.getCallsFromSelf().stream().anyMatch(what);
  }

  private static String[] packages(Stream<String> names) {
    return names.map(name -> ROOT + name + "..").toArray(String[]::new);
  }
}
