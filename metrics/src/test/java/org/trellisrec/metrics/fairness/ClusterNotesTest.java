package org.trellisrec.metrics.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;
import org.trellisrec.testkit.TinyEvaluation;

/** Every metric over clusters says whom its files leave out. */
class ClusterNotesTest {
  private static final class Noted implements UserMetric {
    @Override
    public PerUser bind(TaskContext task) {
      return RankedList::hits;
    }

    @Override
    public List<String> notes(List<TaskContext> tasks) {
      return List.of("of the quality");
    }
  }

  @TempDir private Path folder;
  private Path users;
  private Path items;

  @BeforeEach
  void write() throws IOException {
    users = Files.writeString(folder.resolve("users.tsv"), "0\ta\n1\tb\n");
    items = Files.writeString(folder.resolve("items.tsv"), "0\ta\n4\tb\n");
  }

  private static List<String> notes(Metric metric) {
    TaskContext task = TinyEvaluation.of(3, 5).train(0, 0).relevant(0, 4).context();
    return metric.notes(List.of(task, task));
  }

  private String ofUsers() {
    return users
        + ": users of the data that it does not describe: 1 of 3 (first: '2'); they are in no group";
  }

  private String ofItems() {
    return items
        + ": items of the data that it does not describe: 3 of 5 (first: '1'); they are in no group";
  }

  @Test
  void clustersOfUsers() {
    assertThat(notes(new UserRatingDifference(new ClusterParams("C", users))))
        .containsExactly(ofUsers());
    assertThat(
            notes(
                new UserRankingDifference(
                    new UserRankingDifference.Params("C", users, "Recall"),
                    (name, params) -> new Noted())))
        .containsExactly(ofUsers(), "of the quality");
  }

  @Test
  void clustersOfItems() {
    ClusterParams params = new ClusterParams("C", items);
    for (Metric metric :
        List.of(
            new ItemRatingDifference(params),
            new ItemRankingDifference(params),
            new RankingParity(params),
            new RankingOpportunity(params))) {
      assertThat(notes(metric)).containsExactly(ofItems());
    }
  }

  @Test
  void clustersOfBoth() {
    UserItemClusters params = new UserItemClusters("U", users, "I", items);
    for (Metric metric :
        List.of(
            new BiasDisparity(params), new SourceBias(params), new RecommendationBias(params))) {
      assertThat(notes(metric)).containsExactly(ofUsers(), ofItems());
    }
  }

  @Test
  void theMissingParameterIsNamed() {
    assertThatThrownBy(() -> new UserItemClusters("U", users, null, null))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "a clustering is missing: give item_clustering_file, a file of ids and clusters, or"
                + " item_clustering_name, a categorical modality");
  }
}
