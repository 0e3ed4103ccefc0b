package org.trellisrec.evaluation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Hidden;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.PairSets;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.ListFile;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Popularity;
import org.trellisrec.spi.TaskContext;

/** The files of a {@link FileEvaluation} in one id space. */
final class EvaluationFiles {
  private final FileEvaluation.Request request;
  private final Vocabulary users;
  private final Vocabulary items;
  private final int[] userOf;
  private final int[] itemOf;
  private final Interactions train;
  private final Interactions validation;
  private final Interactions test;
  private final ListFile recommendations;
  private final int[] userOfList;
  private final int[] itemOfList;

  private EvaluationFiles(
      FileEvaluation.Request request,
      IdCodes userIds,
      IdCodes itemIds,
      Rows rows,
      Consumer<String> notes) {
    this.request = request;
    this.users = userIds.vocabulary();
    this.items = itemIds.vocabulary();
    this.userOf = userIds.indices(users);
    this.itemOf = itemIds.indices(items);
    boolean countRepeats = request.convention() == Convention.RECBOLE;
    this.train = matrix(rows.train(), request.train(), countRepeats, notes);
    this.validation = matrix(rows.validation(), request.validation(), false, notes);
    this.test = matrix(rows.test(), request.test(), false, notes);
    this.recommendations = rows.recommendations();
    this.userOfList = recommendations.users().stream().mapToInt(users::indexOf).toArray();
    this.itemOfList = recommendations.items().stream().mapToInt(items::indexOf).toArray();
    tellOfOverlap(train, request.train(), notes);
    tellOfOverlap(validation, request.validation(), notes);
  }

  private void tellOfOverlap(Interactions other, Path file, Consumer<String> notes) {
    PairSets.Found shared = PairSets.common(test, other);
    if (shared.any()) {
      notes.accept(
          "%s: rows that stand in %s as well: %d of %d (first: %s); a model that leaves out what it was"
                  .formatted(
                      request.test(),
                      file,
                      shared.count(),
                      test.size(),
                      shared.example(users, items))
              + " trained on cannot find them");
    }
  }

  private record Rows(
      TripleFile train, TripleFile validation, TripleFile test, ListFile recommendations) {}

  static EvaluationFiles read(FileEvaluation.Request request, Consumer<String> notes) {
    IdCodes users = new IdCodes();
    IdCodes items = new IdCodes();
    TripleFile train = TripleFile.read(request.train(), users, items, notes);
    TripleFile validation =
        request.validation() == null
            ? null
            : TripleFile.read(request.validation(), users, items, notes);
    TripleFile test = TripleFile.read(request.test(), users, items, notes);
    int known = items.size();
    ListFile lists = ListFile.read(request.recommendations(), notes);
    lists.users().forEach(users::code);
    lists.items().forEach(items::code);
    if (items.size() > known) {
      notes.accept(
          "%s: recommended items that occur in no other file: %d"
              .formatted(request.recommendations(), items.size() - known));
    }
    return new EvaluationFiles(
        request, users, items, new Rows(train, validation, test, lists), notes);
  }

  /** Of repeated pairs the last row counts, unless all are to be kept. */
  private Interactions matrix(
      TripleFile rows, Path file, boolean keepRepeats, Consumer<String> notes) {
    if (rows == null) {
      return Interactions.empty(users.size(), items.size());
    }
    float[] ratings = new float[rows.size()];
    int[] rowOf = new int[rows.size()];
    int[] columnOf = new int[rows.size()];
    for (int row = 0; row < ratings.length; row++) {
      rowOf[row] = userOf[rows.user(row)];
      columnOf[row] = itemOf[rows.item(row)];
      ratings[row] = (float) rows.value(row);
    }
    Interactions all = Interactions.of(users.size(), items.size(), rowOf, columnOf, ratings, null);
    Interactions last = keepRepeats ? all : lastOfEachPair(all);
    if (last.size() < all.size()) {
      notes.accept(
          "%s: rows that a later row of the same user and item replaces: %d"
              .formatted(file, all.size() - last.size()));
    }
    return last;
  }

  /** Entries of one pair stand side by side in the order of the file. */
  private static Interactions lastOfEachPair(Interactions all) {
    BitSet replaced = new BitSet(all.size());
    for (int row = 0; row < all.rows(); row++) {
      for (int p = all.start(row); p + 1 < all.end(row); p++) {
        replaced.set(p, all.column(p) == all.column(p + 1));
      }
    }
    return replaced.isEmpty() ? all : all.filter(p -> !replaced.get(p));
  }

  TaskContext context(Convention convention, double threshold) {
    boolean elliot = convention == Convention.ELLIOT;
    int[] served =
        IntStream.range(0, users.size())
            .filter(u -> test.count(u) > 0 && (!elliot || train.count(u) > 0))
            .toArray();
    ItemSet candidates = elliot ? ItemSet.occurringIn(train) : ItemSet.all(items.size());
    EvalTask task = new EvalTask("test", served, train, test, new Candidates.Shared(candidates));
    Dataset dataset = new Dataset("files", users, items, train.plus(validation).plus(test));
    Popularity popularity =
        convention == Convention.RECBOLE
            ? new Popularity(train, firstAppearance())
            : new Popularity(train);
    return new TaskContext(dataset, train, task, hidden(), popularity, convention, threshold);
  }

  /** Lists that are taken as they stand were made by a program that passes over training items. */
  private Hidden hidden() {
    return new Hidden(request.mask() == Mask.NONE ? List.of(train) : masked());
  }

  private List<Interactions> masked() {
    return switch (request.mask()) {
      case TRAIN -> List.of(train);
      case TRAIN_AND_VALIDATION -> List.of(train, validation);
      case NONE -> List.of();
    };
  }

  private int[] firstAppearance() {
    int[] place = new int[itemOf.length];
    for (int code = 0; code < place.length; code++) {
      place[itemOf[code]] = code;
    }
    return place;
  }

  Recommendations lists(TaskContext context, Consumer<String> notes) {
    List<Interactions> hidden = masked();
    RecommendationsBuilder builder = new RecommendationsBuilder();
    forEachRow(
        (user, item, score) -> {
          if (hidden.stream().noneMatch(matrix -> matrix.contains(user, item))) {
            builder.add(user, item, score);
          }
        });
    int masked = recommendations.rows() - builder.size();
    if (masked > 0) {
      notes.accept(
          "%s: masked items taken out of the lists: %d"
              .formatted(request.recommendations(), masked));
    }
    Recommendations lists = builder.build();
    tellOfOthers(context, lists, notes);
    return lists;
  }

  /** Takes a row of the lists. */
  @FunctionalInterface
  private interface ListRow {
    void take(int user, int item, double score);
  }

  /** List by list, the best first. */
  private void forEachRow(ListRow row) {
    for (int list = 0; list < userOfList.length; list++) {
      for (int rank = 0; rank < recommendations.size(list); rank++) {
        row.take(
            userOfList[list],
            itemOfList[recommendations.item(list, rank)],
            recommendations.score(list, rank));
      }
    }
  }

  private void tellOfOthers(TaskContext context, Recommendations lists, Consumer<String> notes) {
    int[] trained = new int[1];
    forEachRow((user, item, score) -> trained[0] += train.contains(user, item) ? 1 : 0);
    if (trained[0] > 0 && request.mask() == Mask.NONE) {
      notes.accept(
          "%s: recommended items that the user has in training: %d; they count as they stand"
              .formatted(request.recommendations(), trained[0]));
    }
    int[] asked = context.task().users();
    long others =
        IntStream.of(lists.users()).filter(user -> Arrays.binarySearch(asked, user) < 0).count();
    if (others > 0) {
      notes.accept(
          "%s: users with a list who are not evaluated: %d"
              .formatted(request.recommendations(), others));
    }
  }
}
