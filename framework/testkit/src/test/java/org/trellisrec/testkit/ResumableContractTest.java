package org.trellisrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.spi.Recommender;

/** Every flaw of a recommender is found by some test of the contract. */
class ResumableContractTest {
  @TempDir Path temporary;

  private static final class Subject extends ResumableContract {
    private final RunningSum.Flaw flaw;

    Subject(RunningSum.Flaw flaw, Path folder) {
      this.flaw = flaw;
      this.folder = folder;
    }

    @Override
    protected Recommender recommender() {
      return new RunningSum(flaw);
    }
  }

  private Set<String> failures(RunningSum.Flaw flaw) throws IOException, IllegalAccessException {
    Set<String> failures = new TreeSet<>();
    for (Method method : ResumableContract.class.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Test.class)) {
        run(flaw, method, failures);
      } else if (method.isAnnotationPresent(ParameterizedTest.class)) {
        for (String row : method.getAnnotation(CsvSource.class).value()) {
          int comma = row.indexOf(',');
          run(
              flaw,
              method,
              failures,
              Integer.parseInt(row.substring(0, comma)),
              Integer.parseInt(row.substring(comma + 1)));
        }
      }
    }
    return failures;
  }

  private void run(RunningSum.Flaw flaw, Method method, Set<String> failures, Object... arguments)
      throws IOException, IllegalAccessException {
    Path folder = Files.createTempDirectory(temporary, method.getName());
    try {
      method.invoke(new Subject(flaw, folder), arguments);
    } catch (InvocationTargetException e) {
      failures.add(method.getName());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GENERATOR_STARTS_AGAIN, anInterruptedTrainingEndsInTheSameModel",
    "KEEPS_TOO_EARLY, anInterruptedTrainingEndsInTheSameModel",
    "BEST_WEIGHTS_LOST, anInterruptedTrainingEndsInTheSameModel",
    "NAMES_NO_FILE, aDamagedStateIsRefusedOrMakesNoDifference",
    "BELIEVES_DAMAGED_STATE, aDamagedStateIsRefusedOrMakesNoDifference",
    "TRAINS_ON_AFTER_THE_END, aFinishedTrainingGivesItsModelWithoutAnotherEpoch"
  })
  void aFlawIsFound(RunningSum.Flaw flaw, String test) throws Exception {
    assertThat(failures(flaw)).contains(test);
  }

  @Test
  void withoutFlawNothingIsFound() throws Exception {
    assertThat(failures(RunningSum.Flaw.NONE)).isEmpty();
  }
}
