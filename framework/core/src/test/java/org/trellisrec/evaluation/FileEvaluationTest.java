package org.trellisrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.report.EvaluationCsv;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

class FileEvaluationTest {
  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();
  private int[] cutoffs = {1, 2};

  @BeforeEach
  void writeFiles() throws IOException {
    write("train.tsv", "ann\tx\t5\nann\ty\t4\nbob\tx\t3\n");
    write("val.tsv", "bob\tz\t1\n");
    write("test.tsv", "ann\tz\t4\nbob\ty\t2\nnew\tx\t5\n");
    write("recs.tsv", "ann\tw\t0.5\nann\tz\t0.75\nbob\tz\t2\nbob\ty\t2\nnew\ty\t1\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Evaluation run(Convention convention, Mask mask, double threshold) {
    UserMetric hits = task -> RankedList::hits;
    UserMetric size = task -> RankedList::size;
    return run(
        convention,
        mask,
        threshold,
        List.of(NamedMetric.of("hits", hits), NamedMetric.of("size", size)));
  }

  private Evaluation run(
      Convention convention, Mask mask, double threshold, List<NamedMetric> metrics) {
    return run(convention, mask, threshold, List.of(), metrics);
  }

  private Evaluation run(
      Convention convention,
      Mask mask,
      double threshold,
      List<NamedMetric> byDefault,
      List<NamedMetric> metrics) {
    return FileEvaluation.run(
        new FileEvaluation.Request(
            folder.resolve("train.tsv"),
            folder.resolve("val.tsv"),
            folder.resolve("test.tsv"),
            folder.resolve("recs.tsv"),
            byDefault,
            metrics,
            cutoffs,
            threshold,
            convention,
            mask,
            1),
        notes::add);
  }

  @Test
  void tellsWhatItPassedOverInTheFiles() throws IOException {
    write("train.tsv", "\uFEFFann\tx\t5\r\nann\ty\t4\r\n\r\nbob\tx\t3\n");
    write("recs.tsv", "ann\tz\t0.5\r\nbob\ty\t2\n\n");
    run(Convention.STANDARD, Mask.NONE, 0);
    Path train = folder.resolve("train.tsv");
    Path recs = folder.resolve("recs.tsv");
    assertThat(notes)
        .contains(
            train + ": removed byte-order marks: 1",
            train + ": removed carriage returns at the ends of lines: 3",
            train + ": passed over blank lines: 1",
            recs + ": removed carriage returns at the ends of lines: 1",
            recs + ": passed over blank lines: 1");
  }

  @Test
  void ranksByScoreThenByPlaceInTheFile() {
    assertThat(run(Convention.STANDARD, Mask.NONE, 0).rows())
        .containsExactly(
            new Evaluation.Row("hits", 1, 1 / 3.0, 3),
            new Evaluation.Row("hits", 2, 2 / 3.0, 3),
            new Evaluation.Row("size", 1, 1, 3),
            new Evaluation.Row("size", 2, 5 / 3.0, 3));
    assertThat(notes).anyMatch(note -> note.contains("occur in no other file: 1"));
  }

  @Test
  void elliotServesTrainedUsersOnly() {
    assertThat(run(Convention.ELLIOT, Mask.NONE, 0).rows())
        .contains(new Evaluation.Row("hits", 2, 2 / 2.0, 2));
    assertThat(notes).anyMatch(note -> note.contains("who are not evaluated: 1"));
  }

  @Test
  void recBoleCountsFullListsOnly() {
    assertThat(run(Convention.RECBOLE, Mask.NONE, 0).rows())
        .contains(new Evaluation.Row("size", 1, 1, 3), new Evaluation.Row("size", 2, 2, 2));
  }

  @Test
  void masksTakeKnownItemsOut() throws IOException {
    write("recs.tsv", "ann\tx\t2\nann\tz\t1\nbob\tz\t2\nbob\ty\t1\n");

    assertThat(run(Convention.ELLIOT, Mask.NONE, 0).value("hits", 1)).hasValue(0);
    assertThat(notes).anyMatch(note -> note.contains("has in training: 1"));
    assertThat(run(Convention.ELLIOT, Mask.TRAIN, 0).value("hits", 1)).hasValue(1 / 2.0);
    assertThat(run(Convention.ELLIOT, Mask.TRAIN_AND_VALIDATION, 0).value("hits", 1)).hasValue(1);
    assertThat(notes).anyMatch(note -> note.contains("masked items taken out of the lists: 2"));
  }

  /** The three users have three training rows and one validation row together. */
  @ParameterizedTest
  @CsvSource({"NONE, 3", "TRAIN, 3", "TRAIN_AND_VALIDATION, 4"})
  void metricsAreToldWhatIsNeverShown(Mask mask, int pairs) {
    UserMetric hidden = task -> list -> task.hidden().count(list.user(), item -> true);

    assertThat(run(Convention.RECBOLE, mask, 0, List.of(NamedMetric.of("hidden", hidden))).rows())
        .contains(new Evaluation.Row("hidden", 1, pairs / 3.0, 3));
  }

  @Test
  void ofRepeatedRowsTheLastCounts() throws IOException {
    write("test.tsv", "ann\tz\t1\nann\tz\t4\nbob\ty\t4\nbob\ty\t1\n");

    assertThat(run(Convention.ELLIOT, Mask.NONE, 3).value("hits", 2)).hasValue(1 / 2.0);
    assertThat(notes).anyMatch(note -> note.contains("a later row") && note.endsWith(": 2"));
  }

  @Test
  void tellsOfTestRowsThatStandInTrainingOrValidation() throws IOException {
    write("test.tsv", "ann\ty\t4\nann\tx\t4\nann\tz\t1\nbob\tz\t2\n");
    run(Convention.STANDARD, Mask.NONE, 0);

    String test = folder.resolve("test.tsv") + ": rows that stand in ";
    assertThat(notes)
        .anyMatch(
            note ->
                note.startsWith(
                    test
                        + folder.resolve("train.tsv")
                        + " as well: 2 of 4 (first: user 'ann', item 'x')"))
        .anyMatch(
            note ->
                note.startsWith(
                    test
                        + folder.resolve("val.tsv")
                        + " as well: 1 of 4 (first: user 'bob', item 'z')"));
  }

  @Test
  void tellsNothingOfOverlapWhereThereIsNone() {
    run(Convention.STANDARD, Mask.NONE, 0);

    assertThat(notes).noneMatch(note -> note.contains("as well"));
  }

  private static NamedMetric ofFullRankings(String label) {
    return NamedMetric.of(
        label,
        new UserMetric() {
          @Override
          public PerUser bind(TaskContext task) {
            return list -> list.truth().candidates();
          }

          @Override
          public Set<Requirement> requires() {
            return Set.of(Requirement.FULL_RANKING);
          }
        });
  }

  private List<String> metrics(NamedMetric byDefault, NamedMetric asked) {
    return run(Convention.STANDARD, Mask.NONE, 0, List.of(byDefault), List.of(asked))
        .rows()
        .stream()
        .map(Evaluation.Row::metric)
        .distinct()
        .toList();
  }

  /** Of four items, ann can be shown w and z, bob w, y and z, and new all. */
  @Test
  void ofCutListsWhatNeedsTheFullRankingIsLeftOutUnlessAskedFor() {
    assertThat(metrics(ofFullRankings("places"), ofFullRankings("asked"))).containsExactly("asked");
    assertThat(notes)
        .anyMatch(
            note ->
                note.contains(
                    "recs.tsv: metrics left out because 2 of 3 lists do not hold all items that could be"
                        + " shown: places; name them with --metrics"))
        .anyMatch(
            note ->
                note.contains(
                    "recs.tsv: lists are taken for complete rankings by asked, but 2 of 3"));
  }

  @Test
  void ofCompleteListsNothingIsLeftOut() throws IOException {
    write(
        "recs.tsv",
        """
        ann\tw\t2
        ann\tz\t1
        bob\tw\t3
        bob\ty\t2
        bob\tz\t1
        new\tw\t4
        new\tx\t3
        new\ty\t2
        new\tz\t1
        """);

    assertThat(metrics(ofFullRankings("places"), ofFullRankings("asked")))
        .containsExactly("places", "asked");
    assertThat(notes).noneMatch(note -> note.contains("lists do not hold"));
  }

  /** A training item in ann's list does not make up for w, which it lacks. */
  @Test
  void whatCouldNotBeShownDoesNotCompleteAList() throws IOException {
    write("test.tsv", "ann\tz\t4\n");
    write("recs.tsv", "ann\tx\t2\nann\tz\t1\nbob\tw\t1\n");

    assertThat(metrics(ofFullRankings("places"), ofFullRankings("asked"))).containsExactly("asked");
  }

  @Test
  void tellsOfCutoffsThatNoListReaches() {
    cutoffs = new int[] {2, 3, 50};
    run(Convention.STANDARD, Mask.NONE, 0);

    assertThat(notes)
        .anyMatch(
            note ->
                note.endsWith(
                    "recs.tsv: no list reaches cutoff 3, 50: the longest has 2 items, where 4 could be"
                        + " shown"));
  }

  @Test
  void tellsNothingOfCutoffsThatListsReachOrThatNothingIsLeftFor() throws IOException {
    run(Convention.STANDARD, Mask.NONE, 0);
    write("test.tsv", "ann\tz\t4\n");
    cutoffs = new int[] {3};
    run(Convention.STANDARD, Mask.NONE, 0);

    assertThat(notes).noneMatch(note -> note.contains("no list reaches"));
  }

  @Test
  void tellsOfUsersWithoutList() throws IOException {
    write("recs.tsv", "ann\tz\t1\n");

    assertThat(run(Convention.STANDARD, Mask.NONE, 0).usersWithoutList()).isEqualTo(2);
    assertThat(notes).anyMatch(note -> note.contains("have no list: 2 of 3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "recs.tsv | 'ann\tz\t1\nann\tz\n' | recs.tsv:2: expected user, item and score",
        "recs.tsv | 'user\titem\tscore\n' | recs.tsv:1: the score is 'score'",
        "recs.tsv | 'ann\tz\tNaN\n'       | must be a finite number",
        "recs.tsv | 'ann\t\t1\n'          | recs.tsv:1: the item is empty",
        "recs.tsv | '\n\n'                | holds no row",
        "recs.tsv | 'a\tz\t2\nb\tz\t2\n\na\tz\t1\n' | recs.tsv:4: recommends item 'z' to user 'a', as line 1 does already",
        "train.tsv | 'a\tz\t2\t1\t1\n'    | train.tsv:1: expected user, item and rating",
        "test.tsv | 'a\tz\tx\n'           | test.tsv:1: the rating is 'x'",
        "test.tsv | 'stranger\tz\t1\n'    | no user of"
      })
  void saysWhatIsWrongWhere(String name, String text, String message) throws IOException {
    write(name, text);

    assertThatThrownBy(() -> run(Convention.ELLIOT, Mask.NONE, 0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  /** Only {@code new} has a 5, whom Elliot does not serve. */
  @Test
  void aThresholdThatNobodyReachesIsRefused() {
    assertThat(run(Convention.STANDARD, Mask.NONE, 5).value("hits", 1)).hasValue(0);
    for (Convention convention : new Convention[] {Convention.STANDARD, Convention.ELLIOT}) {
      assertThatThrownBy(
              () -> run(convention, Mask.NONE, convention == Convention.ELLIOT ? 5 : 5.5))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("is rated that high; give a lower --threshold")
          .hasMessageContaining("test.tsv");
    }
  }

  @Test
  void saysThatAFileIsMissing() throws IOException {
    Files.delete(folder.resolve("recs.tsv"));

    assertThatThrownBy(() -> run(Convention.ELLIOT, Mask.NONE, 0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("recs.tsv does not exist");
  }

  @Test
  void writesLongFormat() throws IOException {
    EvaluationCsv.write(folder.resolve("out.csv"), run(Convention.ELLIOT, Mask.NONE, 0));

    assertThat(folder.resolve("out.csv"))
        .hasContent(
            "metric,cutoff,value,users\nhits,1,0.5,2\nhits,2,1.0,2\nsize,1,1.0,2\nsize,2,2.0,2");
  }
}
