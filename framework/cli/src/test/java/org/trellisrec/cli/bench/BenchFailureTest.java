package org.trellisrec.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.RunnerException;

class BenchFailureTest {
  @TempDir Path folder;

  @Test
  void theCauseIsToldAndALogOnlyIfThereIsSomethingInIt() throws IOException {
    Path log = folder.resolve("jmh.log");
    RunnerException locked = new RunnerException("ERROR: Unable to acquire\n the JMH lock");
    String cause = "a benchmark failed: ERROR: Unable to acquire the JMH lock";

    assertThat(BenchCommand.whyFailed(locked, log)).isEqualTo(cause);
    Files.createFile(log);
    assertThat(BenchCommand.whyFailed(locked, log)).isEqualTo(cause);
    Files.writeString(log, "# JMH version: 1.37");
    assertThat(BenchCommand.whyFailed(locked, log)).isEqualTo(cause + "; " + log + " tells more");
  }
}
