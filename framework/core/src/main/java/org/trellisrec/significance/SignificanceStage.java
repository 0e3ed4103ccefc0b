package org.trellisrec.significance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.trellisrec.data.Workers;
import org.trellisrec.spi.Seed;

/**
 * Compares models by the values of their users.
 *
 * @param config tests, correction and pairs
 * @param seed source of randomness of permutation tests and bootstraps; all pairs under one key
 *     share theirs, so that the order of two models changes nothing but signs
 * @param threads at least 1; the result does not depend on it
 */
public record SignificanceStage(SignificanceConfig config, Seed seed, int threads) {
  private record GroupResult(List<ComparisonRow> rows, List<IntervalRow> intervals) {}

  /**
   * Compares all models measured under the same key. Several measurements of one model under one
   * key are repetitions (seeds, folds): they are averaged per user first, since values of one user
   * are not independent.
   *
   * @param measured every per-user metric of every model; the order gives the order of rows
   */
  public SignificanceReport compare(List<PerUserValues> measured) {
    Map<SampleKey, List<PerUserValues>> byKey = new LinkedHashMap<>();
    measured.forEach(m -> byKey.computeIfAbsent(m.key(), k -> new ArrayList<>()).add(m));
    List<List<PerUserValues>> keys = List.copyOf(byKey.values());
    SampleGroup[] groups = new SampleGroup[keys.size()];
    GroupResult[] results = new GroupResult[keys.size()];
    List<Runnable> tasks =
        IntStream.range(0, keys.size())
            .<Runnable>mapToObj(
                i ->
                    () -> {
                      groups[i] = SampleGroup.of(keys.get(i));
                      results[i] = result(groups[i]);
                    })
            .toList();
    Workers.run(threads, tasks);
    List<ComparisonRow> rows = Arrays.stream(results).flatMap(r -> r.rows().stream()).toList();
    List<IntervalRow> intervals =
        Arrays.stream(results).flatMap(r -> r.intervals().stream()).toList();
    List<String> notes = SignificanceNotes.of(List.of(groups), rows);
    return new SignificanceReport(config, corrected(rows), intervals, notes);
  }

  private GroupResult result(SampleGroup group) {
    Seed groupSeed = seed.derive("significance/" + group.key().seedName());
    List<ComparisonScheme.Pair> pairs =
        config.comparison().pairs(group.models().size(), group.best());
    List<ComparisonRow> rows = new ArrayList<>();
    for (TestKind kind : config.tests()) {
      SignificanceTest test = kind.create(config.permutations());
      for (ComparisonScheme.Pair pair : pairs) {
        PairedSample sample = group.pair(pair);
        TestResult result = test.test(sample, groupSeed);
        rows.add(ComparisonRow.uncorrected(group, pair, sample, kind, result));
      }
    }
    List<IntervalRow> intervals =
        config.bootstrap() == null
            ? List.of()
            : new GroupIntervals(group, new Bootstrap(config.bootstrap()), groupSeed).rows(pairs);
    return new GroupResult(rows, intervals);
  }

  private List<ComparisonRow> corrected(List<ComparisonRow> rows) {
    Map<Object, List<Integer>> families = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      families.computeIfAbsent(family(rows.get(i)), f -> new ArrayList<>()).add(i);
    }
    ComparisonRow[] corrected = new ComparisonRow[rows.size()];
    for (List<Integer> family : families.values()) {
      double[] adjusted =
          config
              .correction()
              .adjust(family.stream().mapToDouble(i -> rows.get(i).result().pValue()).toArray());
      for (int i = 0; i < adjusted.length; i++) {
        int row = family.get(i);
        corrected[row] = rows.get(row).corrected(adjusted[i], config.alpha());
      }
    }
    return List.of(corrected);
  }

  private Object family(ComparisonRow row) {
    return config.family() == CorrectionFamily.ALL ? row.test() : List.of(row.test(), row.key());
  }
}
