package org.trellisrec.metrics.grouped;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.metrics.clustering.ClusterSource;
import org.trellisrec.metrics.clustering.Clustering;
import org.trellisrec.metrics.clustering.Quantiles;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.TaskContext;

/** Where groups come from. */
sealed interface GroupSource {
  /**
   * The groups of a task.
   *
   * @throws InputException if its data do not have them
   */
  Groups groups(TaskContext task);

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
    public Groups groups(TaskContext task) {
      requireUnambiguous(task.dataset().side());
      return Groups.of(counted.apply(task));
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
      return modalities(data.side()).keySet().stream()
          .filter(modality -> modality.equalsIgnoreCase(name))
          .map(
              modality ->
                  "%s: %s goes by interactions, not by the modality '%s'; rename it where it is read to group by it"
                      .formatted(ofItems ? "items" : "users", name, modality))
          .toList();
    }
  }

  /**
   * Groups by a file.
   *
   * @param labels the file
   * @param ofItems true for groups of items
   */
  record Listed(ClusterSource labels, boolean ofItems) implements GroupSource {
    @Override
    public Groups groups(TaskContext task) {
      return Groups.of(ofItems ? labels.items(task) : labels.users(task));
    }

    @Override
    public List<String> notes(Dataset data) {
      return ofItems ? labels.itemNotes(data) : labels.userNotes(data);
    }
  }

  /**
   * Groups by a modality: by its label, by each of its labels, or by quantiles of its number.
   *
   * @param name of the modality
   * @param labels the clusters of one that has a label per entity; refuses what makes no groups
   * @param ofItems true for groups of items
   * @param quantiles number of groups if it has a number per entity
   */
  record OfModality(String name, ClusterSource labels, boolean ofItems, int quantiles)
      implements GroupSource {
    @Override
    public Groups groups(TaskContext task) {
      Modality modality = modality(task.dataset());
      if (modality instanceof Modality.MultiHot multi) {
        return Groups.of(multi);
      }
      if (modality instanceof Modality.Dense dense && dense.length() == 1) {
        return Groups.of(
            ofItems
                ? Quantiles.ofItems(task, dense, quantiles)
                : Quantiles.ofUsers(task, dense, quantiles));
      }
      return Groups.of(ofItems ? labels.items(task) : labels.users(task));
    }

    private Modality modality(Dataset data) {
      return (ofItems ? data.side().items() : data.side().users()).get(name);
    }

    @Override
    public List<String> notes(Dataset data) {
      boolean customary = quantiles == Grouping.CUSTOMARY_GROUPS;
      return customary || modality(data) instanceof Modality.Dense
          ? List.of()
          : List.of(
              "groups: %d has no effect, as '%s' makes a group of every label"
                  .formatted(quantiles, name));
    }
  }
}
