package org.trellisrec.metrics.grouped;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.metrics.clustering.ClusterSource;
import org.trellisrec.metrics.clustering.Clustering;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.TaskContext;

/** Where groups come from. */
sealed interface GroupSource {
  /**
   * The groups of a task.
   *
   * @throws InputException if its data do not have them
   */
  Clustering groups(TaskContext task);

  /** What the user should know of how the groups go with the data. */
  List<String> notes(Dataset data);

  /**
   * Groups by interactions, under a name that has a meaning of its own.
   *
   * @param name as the user wrote it
   * @param ofItems true for groups of items
   * @param counted makes the groups
   */
  record Counted(String name, boolean ofItems, Function<TaskContext, Clustering> counted)
      implements GroupSource {
    @Override
    public Clustering groups(TaskContext task) {
      requireUnambiguous(task.dataset().side());
      return counted.apply(task);
    }

    /** Values of the one would pass for those of the other. */
    private void requireUnambiguous(SideInformation known) {
      String side = ofItems ? "items" : "users";
      modalities(known)
          .forEach(
              (modality, values) -> {
                if (modality.equalsIgnoreCase(name) && values instanceof Modality.Categorical) {
                  throw new InputException(
                      "Grouped by %s: %s goes by interactions, but a modality of the %s is"
                          + " called '%s', and either can be meant; rename the modality where it is"
                          + " read",
                      side, name, side, modality);
                }
              });
    }

    private Map<String, Modality> modalities(SideInformation known) {
      return ofItems ? known.items() : known.users();
    }

    @Override
    public List<String> notes(Dataset data) {
      return List.of();
    }
  }

  /**
   * Groups by labels: of a file or of a modality.
   *
   * @param labels the labels
   * @param ofItems true for groups of items
   */
  record Labelled(ClusterSource labels, boolean ofItems) implements GroupSource {
    @Override
    public Clustering groups(TaskContext task) {
      return ofItems ? labels.items(task) : labels.users(task);
    }

    @Override
    public List<String> notes(Dataset data) {
      return ofItems ? labels.itemNotes(data) : labels.userNotes(data);
    }
  }
}
