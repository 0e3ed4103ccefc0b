package org.trellisrec.metrics.clustering;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.TaskContext;

/** Where a clustering comes from: a file of ids and clusters, or a categorical modality. */
public final class ClusterSource {
  private final ClusterKeys keys;
  private final String name;
  private final LabelFile labels;

  private ClusterSource(ClusterKeys keys, String name, LabelFile labels) {
    this.keys = keys;
    this.name = name;
    this.labels = labels;
  }

  /**
   * A source by its two parameters. The file is read at once, so that a wrong one is found before
   * anything is trained.
   *
   * @param keys what the user calls the parameters
   * @param name what to call the clustering in labels; without a file, the modality to take
   * @param file lines of id and cluster, separated by a tab; null to take a modality
   * @throws InputException if both are missing or the file is wrong
   */
  public static ClusterSource of(ClusterKeys keys, String name, Path file) {
    requireOne(keys, name, file);
    return new ClusterSource(
        keys, name == null ? "" : name, file == null ? null : LabelFile.readSingle(file));
  }

  /**
   * Checks that there is something to make clusters of.
   *
   * @param keys what the user calls the parameters
   * @throws InputException if both are missing
   */
  public static void requireOne(ClusterKeys keys, String name, Path file) {
    if (name == null && file == null) {
      throw new InputException(
          "a clustering is missing: give %s, a file of ids and clusters, or %s, a categorical"
              + " modality",
          keys.file(), keys.name());
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

  /** What the user should know of how the clusters of the users go with the data. */
  public List<String> userNotes(Dataset data) {
    return notes(data.users(), "users");
  }

  /** What the user should know of how the clusters of the items go with the data. */
  public List<String> itemNotes(Dataset data) {
    return notes(data.items(), "items");
  }

  private List<String> notes(Vocabulary ids, String side) {
    return labels == null ? List.of() : labels.notes(ids, side, "they are in no group");
  }

  private Clustering cluster(Vocabulary ids, Map<String, Modality> modalities, String side) {
    if (labels != null) {
      return Clustering.of(labels.firstOf(ids, side), ids);
    }
    Modality modality = Modalities.find(modalities, name).orElseThrow(() -> none(modalities, side));
    if (modality instanceof Modality.Categorical categorical) {
      return Clustering.of(categorical);
    }
    throw new InputException(
        "'%s' is not a categorical modality of the %s: it has %s; for %s, name one with a label per"
            + " entity (there are: %s), or give %s, a file of ids and groups",
        name,
        side,
        Modalities.kind(modality),
        keys.name(),
        Modalities.names(Modalities.categorical(modalities)),
        keys.file());
  }

  private InputException none(Map<String, Modality> modalities, String side) {
    return new InputException(
        "'%s' is not a categorical modality of the %s (their modalities: %s); declare it under"
            + " side_information, or give %s, a file of ids and groups",
        name, side, Modalities.names(modalities), keys.file());
  }
}
