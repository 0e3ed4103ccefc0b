package org.trellisrec.analysis;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.AnalysisOutput;
import org.trellisrec.spi.EmbeddedSide;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;

/**
 * How far apart the modalities of the same entities lie in the space of a model's embeddings.
 *
 * <p>With e(i, m) the vector of modality m of entity i, before fusion: the intra-item cosine is the
 * mean over i of the mean over pairs m, m' of cos(e(i, m), e(i, m')), the inter-item cosine the
 * mean over m of the mean over pairs i, i' of cos(e(i, m), e(i', m)). A space that has collapsed
 * into one direction scores 1 on both, so their difference stands beside them. The distance of
 * centroids is that of Liang et al., between the means of the vectors scaled to length 1. The
 * accuracy is that of a random forest that predicts m from e(i, m) for entities it has not seen.
 *
 * <p>Source: Ganhör et al., arXiv:2509.18807 (cosines, prediction); Liang et al., "Mind the gap",
 * NeurIPS 2022, arXiv:2203.02053 (centroids). The papers do not say how their forests are grown.
 *
 * <p>Cosines compare only models with the same output activation: after ReLU none is negative.
 */
@Summary(
    value =
        "Cosines within and between items, distance of centroids, and prediction of the modality by"
            + " a random forest.",
    source = "Ganhör et al., arXiv:2509.18807; Liang et al., arXiv:2203.02053")
public final class ModalityGap implements Analysis {
  private static final String NAME = "modality_gap";

  /**
   * How the forests are grown; the cosines have no parameters.
   *
   * @param trees number of trees
   * @param testShare share of the entities that a forest is asked about
   * @param repeats number of forests, each with other entities
   * @param forestEntities most entities that take part, drawn at random
   * @param seed determines the draws
   */
  public record Params(
      @Param(description = "Trees of a forest.", byDefault = "100", min = 1) int trees,
      @Param(
              description = "Share of the entities whose modalities a forest predicts.",
              byDefault = "0.2",
              min = 0,
              max = 0.9,
              aboveMin = true)
          double testShare,
      @Param(description = "Number of forests, each with other entities.", byDefault = "5", min = 1)
          int repeats,
      @Param(
              description = "Most entities that take part in prediction, drawn at random.",
              byDefault = "2000",
              min = 2)
          int forestEntities,
      @Param(description = "Determines what is drawn.", byDefault = "42") long seed) {}

  private final Params params;

  /** An analysis with these parameters. */
  @Inject
  public ModalityGap(Params params) {
    this.params = params;
  }

  @Override
  public boolean readsEmbeddings() {
    return true;
  }

  @Override
  public void analyze(FinishedRun run, AnalysisOutput output) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    Means means = new Means();
    for (EmbeddedSide side : ModalityClouds.multimodal(run)) {
      measure(side, rows, means, output);
    }
    output.csv(
        NAME,
        List.of(
            "model",
            "protocol",
            "fold",
            "seed",
            "side",
            "modalities",
            "entities",
            "intra",
            "inter",
            "difference",
            "centroid_distance",
            "accuracy",
            "accuracy_deviation",
            "chance"),
        rows);
    List<String> header = new ArrayList<>(List.of("model", "protocol", "side", "modalities"));
    header.addAll(means.columns());
    output.table(NAME, header, means.rows());
  }

  private void measure(
      EmbeddedSide side, List<List<String>> rows, Means means, AnalysisOutput output) {
    ModalityClouds clouds = ModalityClouds.of(side);
    Cosines cosines = Cosines.of(clouds);
    Seed seed = new Seed(params.seed()).derive(side.side().toString());
    ModalityForest.Accuracy forest =
        new ModalityForest(params.trees(), params.testShare(), params.repeats())
            .of(clouds.sample(params.forestEntities(), seed.derive("entities")), seed);
    note(side, clouds, cosines, forest, output);
    FinishedRun.Unit unit = side.unit();
    List<String> group =
        List.of(
            unit.model(),
            unit.protocol(),
            side.side().toString(),
            String.join(" ", side.modalities()));
    Map<String, Double> values = values(cosines, forest);
    values.forEach((measure, value) -> means.add(group, measure, value));
    rows.add(row(side, clouds, values.values()));
  }

  private static void note(
      EmbeddedSide side,
      ModalityClouds clouds,
      Cosines cosines,
      ModalityForest.Accuracy forest,
      AnalysisOutput output) {
    FinishedRun.Unit unit = side.unit();
    if (cosines.zeros() > 0) {
      output.note(
          "%s on %s, %s: %d vectors are zero, have no direction and are left out of cosines and centroids"
              .formatted(unit.model(), unit.protocol(), side.side(), cosines.zeros()));
    }
    if (Double.isNaN(forest.mean())) {
      output.note(
          "%s on %s, %s: no forest can be asked, since there are vectors of %d entities, and it takes 2"
              .formatted(unit.model(), unit.protocol(), side.side(), clouds.entities().size()));
    }
  }

  /** The measures by their names in the table, in the order of both files. */
  private static Map<String, Double> values(Cosines cosines, ModalityForest.Accuracy forest) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("intra", cosines.intra());
    values.put("inter", cosines.inter());
    values.put("intra - inter", cosines.intra() - cosines.inter());
    values.put("centroid distance", cosines.centroidDistance());
    values.put("accuracy", forest.mean());
    values.put("of repeats ±", forest.deviation());
    values.put("chance", forest.chance());
    return values;
  }

  private static List<String> row(
      EmbeddedSide side, ModalityClouds clouds, Collection<Double> values) {
    FinishedRun.Unit unit = side.unit();
    List<String> row = new ArrayList<>();
    row.add(unit.model());
    row.add(unit.protocol());
    row.add(unit.fold());
    row.add(Long.toString(unit.seed()));
    row.add(side.side().toString());
    row.add(String.join(" ", side.modalities()));
    row.add(Integer.toString(clouds.entities().size()));
    values.forEach(value -> row.add(Double.toString(value)));
    return row;
  }
}
