package org.trellisrec.recommenders.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.Vocabulary;

/** A published split, read from a folder with train.tsv, val.tsv and test.tsv. */
record PeerData(TrainingData training, Interactions validation, Interactions test) {
  private static final List<String> PARTS = List.of("train.tsv", "val.tsv", "test.tsv");

  /** The folder of real data, where this machine has it. */
  static Optional<Path> folder(String name) {
    String named = System.getProperty("trellisrec.shared");
    Stream<Path> places =
        named == null
            ? Stream.of(Path.of("../../shared"), Path.of("../shared"))
            : Stream.of(Path.of(named));
    return places.map(p -> p.resolve("data").resolve(name)).filter(Files::isDirectory).findFirst();
  }

  static PeerData read(Path folder) {
    List<List<String[]>> parts = PARTS.stream().map(part -> rows(folder.resolve(part))).toList();
    TreeSet<String> users = new TreeSet<>();
    TreeSet<String> items = new TreeSet<>();
    parts.forEach(part -> part.forEach(row -> users.add(row[0])));
    parts.forEach(part -> part.forEach(row -> items.add(row[1])));
    Vocabulary userIds = Vocabulary.of(users);
    Vocabulary itemIds = Vocabulary.of(items);
    List<Interactions> matrices =
        parts.stream().map(part -> matrix(part, userIds, itemIds)).toList();
    Dataset dataset = new Dataset(folder.toString(), userIds, itemIds, matrices.get(0));
    return new PeerData(
        new TrainingData(dataset, matrices.get(0)), matrices.get(1), matrices.get(2));
  }

  /** The same split with every rating set to 1. */
  PeerData binary() {
    Interactions train = training.interactions().binary();
    Dataset dataset = new Dataset("binary", training.users(), training.items(), train);
    return new PeerData(new TrainingData(dataset, train), validation.binary(), test.binary());
  }

  /** The same split, tested on those users alone who occur in training. */
  PeerData ofTrainedUsers() {
    Interactions train = training.interactions();
    BitSet kept = new BitSet(test.size());
    for (int user = 0; user < test.rows(); user++) {
      kept.set(test.start(user), test.end(user), train.count(user) > 0);
    }
    return new PeerData(training, validation, test.filter(kept::get));
  }

  private static List<String[]> rows(Path file) {
    try {
      List<String[]> rows = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        rows.add(line.split("\t", -1));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Interactions matrix(List<String[]> rows, Vocabulary users, Vocabulary items) {
    int[] rowOf = rows.stream().mapToInt(row -> users.indexOf(row[0])).toArray();
    int[] columnOf = rows.stream().mapToInt(row -> items.indexOf(row[1])).toArray();
    float[] ratings = new float[rowOf.length];
    for (int i = 0; i < ratings.length; i++) {
      ratings[i] = Float.parseFloat(rows.get(i)[2]);
    }
    return Interactions.of(users.size(), items.size(), rowOf, columnOf, ratings, null);
  }
}
