package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class MainTest {
  @Command(name = "work", description = "Does what the test says.")
  private static final class Work implements Callable<Integer> {
    private final Callable<Integer> task;

    @Option(names = "--count")
    private int count = 1;

    Work(Callable<Integer> task) {
      this.task = task;
    }

    @Override
    public Integer call() throws Exception {
      return count * task.call();
    }
  }

  @AfterEach
  void restoreTheLogLevel() {
    Configurator.setLevel("org.trellisrec", Level.WARN);
  }

  private static Shell work(Callable<Integer> task, String... args) {
    return Shell.with(List.of(new Work(task)), args);
  }

  @Test
  void theStatusIsThatOfTheCommand() {
    assertThat(work(() -> 0, "work").status()).isEqualTo(0);
    assertThat(work(() -> 1, "work").status()).isEqualTo(1);
    assertThat(work(() -> 1, "work", "--count", "3").status()).isEqualTo(3);
  }

  @Test
  void aWrongInputIsToldWithoutDecoration() {
    Shell shell =
        work(
            () -> {
              throw new InputException("a.yml:3:1: no models");
            },
            "work");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).isEqualTo("error: a.yml:3:1: no models" + System.lineSeparator());
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void aFailureIsOneLineAndItsTraceGoesToAFile() throws Exception {
    Shell shell = work(MainTest::fail, "work");
    assertThat(shell.status()).isEqualTo(1);
    assertThat(shell.err()).startsWith("error: the program failed: IllegalStateException: broken");
    assertThat(shell.err().lines()).hasSize(2);
    Matcher file = Pattern.compile("is in (\\S+);").matcher(shell.err());
    assertThat(file.find()).isTrue();
    Path log = Path.of(file.group(1));
    assertThat(log).content().contains("IllegalStateException: broken", "at org.trellisrec");
    Files.delete(log);
  }

  @Test
  void verboseShowsTheTraceAtOnce() {
    Shell shell = work(MainTest::fail, "work", "--verbose");
    assertThat(shell.status()).isEqualTo(1);
    assertThat(shell.err()).contains("at org.trellisrec.cli.MainTest");
  }

  @Test
  void noMemoryLeftNamesTheRemedy() {
    Shell shell =
        work(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            },
            "work",
            "--verbose");
    assertThat(shell.status()).isEqualTo(1);
    assertThat(shell.err()).contains("Java heap space", "TRELLISREC_JAVA_OPTS=-Xmx");
  }

  @Test
  void aMistypedOptionIsNamedWithItsNeighbour() {
    Shell shell = work(() -> 0, "work", "--cuont", "3");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err())
        .contains("'--cuont'", "did you mean '--count'?", "Try 'trellisrec work --help'.");
  }

  @Test
  void aMistypedCommandIsNamedWithItsNeighbour() {
    Shell shell = work(() -> 0, "wrok");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err())
        .contains(
            "error: there is no command 'wrok'; did you mean 'work'?", "Try 'trellisrec --help'.");
  }

  @Test
  void withoutACommandTheUsageIsShown() {
    Shell shell = work(() -> 0);
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("Usage: trellisrec", "work", "Does what the test says.");
  }

  @Test
  void helpTellsOptionsAndExitStatus() {
    Shell shell = work(() -> 0, "work", "--help");
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.out())
        .contains("Usage: trellisrec work", "--count", "--verbose", "Exit status");
  }

  @Test
  void versionNamesProgramAndJava() {
    Shell shell = Shell.run("--version");
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.out()).contains("TrellisRec", "Java " + Runtime.version());
  }

  @Test
  void numbersInMessagesHaveTheDigitsOfEnglish() {
    Locale before = Locale.getDefault();
    Locale formatting = Locale.getDefault(Locale.Category.FORMAT);
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat("%d".formatted(12)).as("digits of this language").isNotEqualTo("12");
      Shell shell =
          work(
              () -> {
                throw new InputException("%d models".formatted(12));
              },
              "work");
      assertThat(shell.err()).isEqualTo("error: 12 models" + System.lineSeparator());
    } finally {
      Locale.setDefault(before);
      Locale.setDefault(Locale.Category.FORMAT, formatting);
    }
  }

  private static Integer fail() {
    throw new IllegalStateException("broken\nin two lines");
  }
}
