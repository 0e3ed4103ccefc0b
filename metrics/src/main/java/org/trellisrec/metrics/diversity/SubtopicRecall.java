package org.trellisrec.metrics.diversity;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.trellisrec.data.ItemSet;
import org.trellisrec.metrics.Catalogue;
import org.trellisrec.metrics.clustering.FeatureSource;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Subtopic recall: the share of all features, such as genres, that a list covers.
 *
 * <pre>|union of features(i), i in L_u| / |union of features(i), i a candidate|</pre>
 *
 * Range [0, 1], higher is more diverse. An empty list scores 0; NaN if no candidate has a feature.
 * Every user counts, relevant items or not.
 *
 * <p>Conventions: {@code standard} as above; RecBole does not define it and follows. {@code elliot}
 * takes the features of the relevant recommended items over those of the training items, for users
 * with a relevant item; with features that no training item has, values exceed 1.
 *
 * <p>Source: Zhai, Cohen and Lafferty, Beyond independent relevance: methods and evaluation metrics
 * for subtopic retrieval, SIGIR 2003, doi:10.1145/860435.860440.
 */
@Summary(
    value = "The share of all features, such as genres, that a list covers.",
    source = "Zhai et al., SIGIR 2003, doi:10.1145/860435.860440")
public final class SubtopicRecall implements UserMetric {
  private final FeatureSource source;

  /**
   * Parameters.
   *
   * @param featureData file of items and features
   * @param modality item modality, in the place of the file
   */
  public record Params(
      @Param(
              description = "File with an item and its features per line, separated by tabs.",
              byDefault = Param.OPTIONAL)
          Path featureData,
      @Param(
              description = "Categorical or multi-hot item modality, in the place of the file.",
              byDefault = Param.OPTIONAL)
          String modality) {

    /** Checks that there is one source of features. */
    public Params {
      FeatureSource.requireOne(modality, featureData);
    }
  }

  /** Reads the file, if one is given. */
  @Inject
  public SubtopicRecall(Params params) {
    this.source = FeatureSource.of(params.modality(), params.featureData());
  }

  @Override
  public String label(String name) {
    return source.label(name);
  }

  @Override
  public List<String> notes(List<TaskContext> tasks) {
    return source.notes(tasks.get(0).dataset());
  }

  @Override
  public PerUser bind(TaskContext task) {
    int[][] features = source.labels(task);
    boolean elliot = task.convention() == Convention.ELLIOT;
    ItemSet reference = elliot ? task.popularity().trained() : Catalogue.candidates(task);
    BitSet all = new BitSet();
    reference.stream().forEach(item -> add(all, features[item]));
    double total = all.cardinality();
    return list ->
        elliot && list.truth().size() == 0 ? Double.NaN : covered(list, features, elliot) / total;
  }

  private static int covered(RankedList list, int[][] features, boolean relevantOnly) {
    BitSet covered = new BitSet();
    for (int rank = 0; rank < list.size(); rank++) {
      if (!relevantOnly || list.isRelevant(rank)) {
        add(covered, features[list.item(rank)]);
      }
    }
    return covered.cardinality();
  }

  private static void add(BitSet set, int[] codes) {
    for (int code : codes) {
      set.set(code);
    }
  }
}
