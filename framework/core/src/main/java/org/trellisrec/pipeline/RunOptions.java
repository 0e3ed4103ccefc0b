package org.trellisrec.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the caller decides about a run beside its configuration; none of it changes results.
 *
 * @param out the run folder; empty for a new one below the results folder
 * @param threads threads to use, at least 1
 * @param host facts for {@code provenance.json} that only the caller knows
 * @param reuse folders of runs whose units are taken over where they are the same, first come,
 *     first served
 */
public record RunOptions(
    Optional<Path> out, int threads, Map<String, String> host, List<Path> reuse) {
  /** Keeps its own copy. */
  public RunOptions {
    reuse = List.copyOf(reuse);
  }

  /** Options that take nothing over. */
  public RunOptions(Optional<Path> out, int threads, Map<String, String> host) {
    this(out, threads, host, List.of());
  }
}
