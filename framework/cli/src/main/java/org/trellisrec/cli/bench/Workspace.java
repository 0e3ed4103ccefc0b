package org.trellisrec.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trellisrec.spi.InputException;

/**
 * The folder in which benchmarks find their configurations and data, and leave their results;
 * removed when it is closed.
 */
final class Workspace implements AutoCloseable {
  /** What workloads work on. */
  enum Data {
    LARGE,
    QUOTED,
    SAVED,
    BABY,
    MOVIELENS,
    COLD_ITEMS,
    LISTS,
    MANY_LISTS
  }

  /** Users, items and interactions of MovieLens-1M after its five-core. */
  private static final int[] ONE_MILLION_ROWS = {6040, 3416, 999_611};

  private static final int FEW_ITEMS = 2000;
  private static final int FEW_ROWS_PER_USER = 12;

  private final Path folder;
  private final Map<Data, Path> given;
  private final BenchmarkData generated;
  private final int users;
  private final Map<Data, String> readers = new EnumMap<>(Data.class);

  private Workspace(Path folder, Map<Data, Path> given, int rows, int users) {
    this.folder = folder;
    this.users = users;
    this.given = given;
    this.generated = new BenchmarkData(folder, rows);
  }

  /**
   * A new workspace.
   *
   * @param parent folder to make it in
   * @param given folders with train.tsv, val.tsv and test.tsv, for data that are not to be
   *     generated
   * @param rows number of rows of the large file
   * @param users number of users of the many lists
   * @throws InputException if a folder lacks a file
   */
  static Workspace in(Path parent, Map<Data, Path> given, int rows, int users) throws IOException {
    for (Path root : given.values()) {
      for (String file : List.of("train.tsv", "val.tsv", "test.tsv")) {
        if (!Files.isReadable(root.resolve(file))) {
          throw new InputException(
              "%s: expected a folder with train.tsv, val.tsv and test.tsv, but %s cannot be read",
              root, file);
        }
      }
    }
    return new Workspace(
        Files.createTempDirectory(parent, "work-"), Map.copyOf(given), rows, users);
  }

  Path folder() {
    return folder;
  }

  /** Makes what a workload needs. */
  void prepare(Workload workload) throws IOException {
    String reader = readers.get(workload.data());
    if (reader == null) {
      reader = reader(workload.data());
      readers.put(workload.data(), reader);
    }
    Path yaml = folder.resolve(workload.word() + ".yml");
    Files.writeString(yaml, BenchmarkConfig.yaml(reader, workload));
    Files.writeString(
        folder.resolve(workload.word() + ".args"),
        JvmOptions.argumentFile(List.of("run", yaml.toString(), "--quiet")));
  }

  private String reader(Data data) throws IOException {
    if (given.containsKey(data)) {
      return BenchmarkConfig.fixed(given.get(data));
    }
    return switch (data) {
      case LARGE -> generated.large();
      case QUOTED -> generated.quoted();
      case SAVED -> generated.saved();
      case MOVIELENS ->
          generated.movieLens(ONE_MILLION_ROWS[0], ONE_MILLION_ROWS[1], ONE_MILLION_ROWS[2]);
      case COLD_ITEMS ->
          BenchmarkConfig.described(ONE_MILLION_ROWS[0], ONE_MILLION_ROWS[1], ONE_MILLION_ROWS[2]);
      case LISTS ->
          BenchmarkConfig.generated(ONE_MILLION_ROWS[0], ONE_MILLION_ROWS[1], ONE_MILLION_ROWS[2]);
      case MANY_LISTS -> BenchmarkConfig.generated(users, FEW_ITEMS, users * FEW_ROWS_PER_USER);
      case BABY -> throw new InputException("benchmarks on Amazon Baby need --baby DIR");
    };
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
