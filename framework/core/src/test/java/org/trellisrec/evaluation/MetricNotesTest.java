package org.trellisrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Popularity;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

class MetricNotesTest {
  private static final UserMetric SILENT = task -> RankedList::hits;

  private static NamedMetric noting(String name, String... notes) {
    return NamedMetric.of(
        name,
        new UserMetric() {
          @Override
          public PerUser bind(TaskContext task) {
            return RankedList::hits;
          }

          @Override
          public List<String> notes(List<TaskContext> tasks) {
            return notes == null
                ? null
                : Arrays.stream(notes).map(note -> note.formatted(tasks.size())).toList();
          }
        });
  }

  private static List<String> of(NamedMetric... metrics) {
    Interactions none = Interactions.empty(1, 1);
    Vocabulary ids = Vocabulary.of(List.of("0"));
    EvalTask task =
        new EvalTask("warm", new int[0], none, none, new Candidates.Shared(ItemSet.all(1)));
    TaskContext context =
        new TaskContext(
            new Dataset("tiny", ids, ids, none),
            none,
            task,
            new Popularity(none),
            Convention.STANDARD,
            0);
    return MetricNotes.of(List.of(metrics), List.of(context, context));
  }

  @Test
  void aNoteIsToldOnceAfterTheMetricsThatGiveIt() {
    assertThat(
            of(
                noting("A", "of %d tasks", "of %d tasks"),
                NamedMetric.of("B", SILENT),
                noting("C", "of its own"),
                noting("D", "of %d tasks")))
        .containsExactly("A, D: of 2 tasks", "C: of its own");
  }

  @Test
  void whatAMetricDoesWrongIsToldUnderItsName() {
    assertThatThrownBy(() -> of(noting("A", (String[]) null)))
        .hasMessageStartingWith("the metric A returned null from notes");
    UserMetric lacking =
        new UserMetric() {
          @Override
          public PerUser bind(TaskContext task) {
            return RankedList::hits;
          }

          @Override
          public List<String> notes(List<TaskContext> tasks) {
            throw new InputException("no such file");
          }
        };
    assertThatThrownBy(() -> of(NamedMetric.of("B", lacking)))
        .isInstanceOf(InputException.class)
        .hasMessage("the metric B: no such file");
  }
}
