package org.trellisrec.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;

/**
 * Runs a whole experiment in a JVM of its own, from the start of the JVM to its end. Processor time
 * and memory are those that the process itself writes into {@code provenance.json} as its last
 * deed.
 */
@BenchmarkMode(Mode.SingleShotTime)
public class ProcessBenchmark {
  static final String PHASE = "whole process";
  static final String MEMORY = "peak resident MB";

  /**
   * Runs once.
   *
   * @throws IllegalStateException if the process fails, with what it said
   */
  @Benchmark
  public int run(Scenario scenario) throws IOException, InterruptedException {
    Path out = Files.createTempDirectory(scenario.folder(), "run-");
    Path said = scenario.file(".log");
    Stopwatch watch = new Stopwatch();
    Process process =
        new ProcessBuilder(
                JvmOptions.java(),
                "@" + scenario.file(".args"),
                "--out",
                out.toString(),
                "--set",
                "experiment.threads=" + scenario.threads)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(said.toFile())
            .start();
    int status = process.waitFor();
    double wall = watch.wallSeconds();
    if (status != 0) {
      throw new IllegalStateException("status %d: %s".formatted(status, Files.readString(said)));
    }
    JsonNode used = new ObjectMapper().readTree(out.resolve("provenance.json").toFile());
    Figures.add(PHASE, wall, used.get("process_cpu_s").asDouble());
    Figures.add(MEMORY, used.get("peak_memory_bytes").asLong() / 1e6);
    return status;
  }
}
