package org.trellisrec.metrics.clustering;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.TaskContext;

/** Where a clustering comes from: a file of ids and clusters, or a categorical modality. */
public final class ClusterSource {
  private final String name;
  private final LabelFile labels;

  private ClusterSource(String name, LabelFile labels) {
    this.name = name;
    this.labels = labels;
  }

  /**
   * A source by Elliot's two keys. The file is read at once, so that a wrong one is found before
   * anything is trained.
   *
   * @param name what to call the clustering in labels; without a file, the modality to take
   * @param file lines of id and cluster, separated by a tab; null to take a modality
   * @throws InputException if both are missing or the file is wrong
   */
  public static ClusterSource of(String name, Path file) {
    requireOne(name, file);
    return new ClusterSource(
        name == null ? "" : name, file == null ? null : LabelFile.readSingle(file));
  }

  /**
   * Checks that there is something to make clusters of.
   *
   * @throws InputException if both are missing
   */
  public static void requireOne(String name, Path file) {
    if (name == null && file == null) {
      throw new InputException(
          "a clustering is missing: give clustering_file, a file of ids and clusters, or"
              + " clustering_name, a categorical modality");
    }
  }

  /** The name in labels of results. */
  public String name() {
    return name;
  }

  /**
   * The clusters of the users.
   *
   * @throws InputException if the file holds no user of the data, or no categorical modality of
   *     users has this name
   */
  public Clustering users(TaskContext task) {
    return cluster(task.dataset().users(), task.dataset().side().users(), "users");
  }

  /**
   * The clusters of the items.
   *
   * @throws InputException if the file holds no item of the data, or no categorical modality of
   *     items has this name
   */
  public Clustering items(TaskContext task) {
    return cluster(task.dataset().items(), task.dataset().side().items(), "items");
  }

  private Clustering cluster(Vocabulary ids, Map<String, Modality> modalities, String side) {
    if (labels != null) {
      return Clustering.of(labels.firstOf(ids, side), ids);
    }
    Optional<Modality> modality = Modalities.find(modalities, name);
    if (modality.isPresent() && modality.get() instanceof Modality.Categorical categorical) {
      return Clustering.of(categorical);
    }
    throw new InputException(
        "'%s' is not a categorical modality of the %s (their modalities: %s); declare it under"
            + " side_information, or give clustering_file",
        name, side, Modalities.names(modalities));
  }
}
