package org.trellisrec.metrics.clustering;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.metrics.Labels;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.TaskContext;

/** What items are compared by: a modality, or a file of ids and features. */
public final class FeatureSource {
  private final String modality;
  private final LabelFile file;

  private FeatureSource(String modality, LabelFile file) {
    this.modality = modality;
    this.file = file;
  }

  /**
   * A source; the file is read at once, so that a wrong one is found before anything is trained.
   *
   * @param modality name of an item modality, or null
   * @param file lines of item and features, separated by tabs, or null
   * @throws InputException if not exactly one is given, or the file is wrong
   */
  public static FeatureSource of(String modality, Path file) {
    requireOne(modality, file);
    return new FeatureSource(modality, file == null ? null : LabelFile.read(file));
  }

  /**
   * Checks that there is exactly one source.
   *
   * @throws InputException if there is none, or both
   */
  public static void requireOne(String modality, Path file) {
    if ((modality == null) == (file == null)) {
      throw new InputException(
          "give either modality, the name of an item modality, or feature_data, a file of items and"
              + " features");
    }
  }

  /** The name in tables of a metric over these features. */
  public String label(String name) {
    return file == null
        ? name + "_" + modality
        : Labels.with(name, "feature_data", file.path(), null);
  }

  /** What the user should know of how a file of features goes with the data. */
  public List<String> notes(Dataset data) {
    return file == null
        ? List.of()
        : file.notes(data.items(), "items", "they are passed over in the lists");
  }

  /**
   * The features as a modality of the items: multi-hot if they come from a file.
   *
   * @throws InputException if the file holds no item of the data, or no item modality has this name
   */
  public Modality items(TaskContext task) {
    if (file != null) {
      return multiHot(file.of(task.dataset().items(), "items"), task.dataset().items());
    }
    Map<String, Modality> known = task.dataset().side().items();
    return Modalities.find(known, modality)
        .orElseThrow(
            () ->
                new InputException(
                    "there is no item modality '%s' (there are: %s); declare it under"
                        + " side_information",
                    modality, Modalities.names(known)));
  }

  private static Modality multiHot(Map<String, List<String>> labelsOf, Vocabulary ids) {
    Map<String, Integer> codes = new TreeMap<>();
    labelsOf.values().forEach(labels -> labels.forEach(label -> codes.put(label, 0)));
    List<String> names = new ArrayList<>(codes.keySet());
    for (int code = 0; code < names.size(); code++) {
      codes.put(names.get(code), code);
    }
    int[][] of = new int[ids.size()][0];
    labelsOf.forEach(
        (id, labels) -> {
          int index = ids.indexOf(id);
          if (index >= 0) {
            of[index] = labels.stream().mapToInt(codes::get).sorted().distinct().toArray();
          }
        });
    return new Modality.MultiHot(List.copyOf(names), of);
  }

  /**
   * The labels of every item as ascending codes; empty for an item without.
   *
   * @throws InputException if the modality has no labels, or there is none of this name
   */
  public int[][] labels(TaskContext task) {
    Modality features = items(task);
    if (features instanceof Modality.MultiHot multi) {
      return multi.codes();
    }
    if (features instanceof Modality.Categorical single) {
      return Arrays.stream(single.codes())
          .mapToObj(code -> code < 0 ? new int[0] : new int[] {code})
          .toArray(int[][]::new);
    }
    throw new InputException(
        "the item modality '%s' has no labels, but a categorical or multi-hot one is needed here",
        modality);
  }
}
