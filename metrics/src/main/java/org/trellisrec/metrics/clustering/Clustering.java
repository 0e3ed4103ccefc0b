package org.trellisrec.metrics.clustering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Vocabulary;

/**
 * A partition of users or items; some may be in no cluster.
 *
 * @param labels names of the clusters: numbers ascending, other words in their own order
 * @param of index into {@code labels} by user or item, -1 for none
 * @param declared how many entities were put into each cluster, including those that are not in the
 *     data
 */
public record Clustering(List<String> labels, int[] of, long[] declared) {
  private static final Comparator<String> NUMBERS_FIRST =
      Comparator.comparing((String label) -> !isNumber(label))
          .thenComparing(label -> isNumber(label) ? Long.parseLong(label) : 0L)
          .thenComparing(Comparator.naturalOrder());

  private static boolean isNumber(String label) {
    return label.matches("-?[0-9]{1,18}");
  }

  /** The clusters of these ids. */
  static Clustering of(Map<String, String> labelOf, Vocabulary ids) {
    TreeSet<String> sorted = new TreeSet<>(NUMBERS_FIRST);
    sorted.addAll(labelOf.values());
    List<String> labels = List.copyOf(sorted);
    Map<String, Integer> codes = new TreeMap<>();
    for (String label : labels) {
      codes.put(label, codes.size());
    }
    int[] of = new int[ids.size()];
    Arrays.fill(of, -1);
    long[] declared = new long[labels.size()];
    labelOf.forEach(
        (id, label) -> {
          declared[codes.get(label)]++;
          int index = ids.indexOf(id);
          if (index >= 0) {
            of[index] = codes.get(label);
          }
        });
    return new Clustering(labels, of, declared);
  }

  /** One cluster per label. */
  static Clustering of(Modality.Categorical modality) {
    return of(modality.labels(), modality.codes());
  }

  /** The clusters with these codes. */
  public static Clustering of(List<String> labels, int[] codes) {
    long[] declared = new long[labels.size()];
    Arrays.stream(codes).filter(code -> code >= 0).forEach(code -> declared[code]++);
    return new Clustering(List.copyOf(labels), codes, declared);
  }

  /** Number of clusters. */
  public int size() {
    return labels.size();
  }
}
