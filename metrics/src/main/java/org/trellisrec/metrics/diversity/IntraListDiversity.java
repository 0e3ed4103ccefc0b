package org.trellisrec.metrics.diversity;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.trellisrec.data.Modality;
import org.trellisrec.metrics.Labels;
import org.trellisrec.metrics.clustering.FeatureSource;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Intra-list diversity: how different the items of a list are from each other.
 *
 * <pre>mean over pairs i, j of L_u of 1 - similarity(i, j)</pre>
 *
 * The similarity is the cosine or, for labels, Jaccard's coefficient, over any item modality. Range
 * [0, 1], for vectors with negative components [0, 2]; higher is more diverse. Items without the
 * modality are passed over; a list with fewer than two items that have it has no value. Every user
 * with a list counts, relevant items or not. The conventions agree; neither Elliot nor RecBole
 * defines it.
 *
 * <p>Source: Ziegler, McNee, Konstan and Lausen, Improving recommendation lists through topic
 * diversification, WWW 2005, doi:10.1145/1060745.1060754; as a mean of distances Smyth and McClave,
 * ICCBR 2001, doi:10.1007/3-540-44593-5_25.
 */
@Summary(
    value = "How different the items of a list are from each other in a modality.",
    source = "Ziegler et al., WWW 2005, doi:10.1145/1060745.1060754")
public final class IntraListDiversity implements UserMetric {
  private final Params params;
  private final FeatureSource source;

  /**
   * Parameters.
   *
   * @param featureData file of items and features
   * @param modality item modality, in the place of the file
   * @param similarity how alike two items are
   */
  public record Params(
      @Param(
              description = "File with an item and its features per line, separated by tabs.",
              byDefault = Param.OPTIONAL)
          Path featureData,
      @Param(description = "Item modality, in the place of the file.", byDefault = Param.OPTIONAL)
          String modality,
      @Param(description = "How alike two items are.", byDefault = "cosine")
          Similarity similarity) {

    /** Checks that there is one source of features. */
    public Params {
      FeatureSource.requireOne(modality, featureData);
    }
  }

  /** Reads the file, if one is given. */
  @Inject
  public IntraListDiversity(Params params) {
    this.params = params;
    this.source = FeatureSource.of(params.modality(), params.featureData());
  }

  @Override
  public String label(String name) {
    return Labels.with(source.label(name), "similarity", params.similarity(), Similarity.COSINE);
  }

  @Override
  public List<String> notes(List<TaskContext> tasks) {
    return source.notes(tasks.get(0).dataset());
  }

  @Override
  public PerUser bind(TaskContext task) {
    if (source.items(task) instanceof Modality.Dense dense) {
      if (params.similarity() == Similarity.JACCARD) {
        throw new InputException(
            "the item modality '%s' is made of vectors, which similarity: jaccard cannot compare;"
                + " use cosine",
            params.modality());
      }
      return new ListDistance.OfVectors(dense.vectors(), norms(dense), dense.length());
    }
    return ListDistance.OfLabels.of(source.labels(task), params.similarity());
  }

  private static double[] norms(Modality.Dense dense) {
    return Arrays.stream(dense.vectors())
        .mapToDouble(vector -> vector == null ? 0 : norm(vector))
        .toArray();
  }

  private static double norm(float[] vector) {
    double square = 0;
    for (float component : vector) {
      square += (double) component * component;
    }
    return Math.sqrt(square);
  }
}
