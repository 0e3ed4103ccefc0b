package org.trellisrec.analysis;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.trellisrec.analysis.ModalityClouds.Point;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.AnalysisOutput;
import org.trellisrec.spi.EmbeddedSide;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;

/**
 * Plots of the vectors of all modalities in the plane, coloured by modality: by principal
 * components and by t-SNE. Where modalities form islands of their own, there is a gap between them.
 *
 * <p>Source: Ganhör et al., arXiv:2509.18807.
 */
@Summary(
    value = "Plots the vectors of all modalities by PCA and t-SNE, coloured by modality.",
    source = "Ganhör et al., arXiv:2509.18807; t-SNE: van der Maaten and Hinton, JMLR 9 (2008)")
public final class EmbeddingPlot implements Analysis {
  private static final String NAME = "embedding_plot";
  private static final int MARKER = 5;

  /**
   * What is plotted.
   *
   * @param points most vectors in a plot
   * @param perplexity of t-SNE; less if there are few points
   * @param iterations of t-SNE; 0 for no t-SNE
   * @param seed determines which entities are drawn
   */
  public record Params(
      @Param(
              description =
                  "Most vectors in a plot, of all modalities together; the time of t-SNE is quadratic"
                      + " in them.",
              byDefault = "1000",
              min = 10)
          int points,
      @Param(
              description =
                  "Effective number of neighbours in t-SNE; less if there are few points.",
              byDefault = "30",
              min = 1,
              aboveMin = true)
          double perplexity,
      @Param(description = "Gradient steps of t-SNE; 0 for no t-SNE.", byDefault = "1000", min = 0)
          int iterations,
      @Param(description = "Determines which entities are drawn.", byDefault = "42") long seed) {}

  private final Params params;

  /** An analysis with these parameters. */
  @Inject
  public EmbeddingPlot(Params params) {
    this.params = params;
  }

  @Override
  public boolean readsEmbeddings() {
    return true;
  }

  /** Of several folds and seeds the first is plotted. */
  @Override
  public void analyze(FinishedRun run, AnalysisOutput output) throws IOException {
    Set<List<Object>> plotted = new HashSet<>();
    int left = 0;
    for (EmbeddedSide side : ModalityClouds.multimodal(run)) {
      FinishedRun.Unit unit = side.unit();
      if (plotted.add(List.of(unit.model(), unit.protocol(), side.side()))) {
        plot(side, output);
      } else {
        left++;
      }
    }
    if (left > 0) {
      output.note(
          "of several folds and seeds the first is plotted, and %d are not".formatted(left));
    }
  }

  private void plot(EmbeddedSide side, AnalysisOutput output) throws IOException {
    Seed seed = new Seed(params.seed()).derive(side.side().toString());
    int entities = Math.max(2, params.points() / side.modalities().size());
    ModalityClouds clouds = ModalityClouds.of(side).sample(entities, seed);
    List<Point> points = clouds.points();
    check(side, clouds, points);
    double[][] vectors =
        points.stream()
            .map(
                point ->
                    IntStream.range(0, point.vector().length)
                        .mapToDouble(k -> point.vector()[k])
                        .toArray())
            .toArray(double[][]::new);
    double[][] pca = Pca.project(vectors);
    write(clouds, points, pca, "PCA", side, output);
    double perplexity = Math.min(params.perplexity(), (points.size() - 1) / 3.0);
    if (params.iterations() > 0) {
      double[][] tsne = new Tsne(perplexity, params.iterations()).embed(vectors);
      write(clouds, points, tsne, "t-SNE", side, output);
    }
  }

  private static void check(EmbeddedSide side, ModalityClouds clouds, List<Point> points) {
    String of = "%s on %s, %s".formatted(side.unit().model(), side.unit().protocol(), side.side());
    if (points.size() < 2) {
      throw new InputException(
          "%s: a plot needs at least 2 vectors, but the modalities %s have %d; check where they are"
              + " read",
          of, clouds.modalities(), points.size());
    }
    for (Point point : points) {
      for (float number : point.vector()) {
        if (!Float.isFinite(number)) {
          throw new InputException(
              "%s: the vector of '%s' for modality '%s' holds %s, which has no place in a plot; train"
                  + " the model with a lower learning rate, or leave it out",
              of,
              clouds.entities().get(point.entity()),
              clouds.modalities().get(point.modality()),
              number);
        }
      }
    }
  }

  private static void write(
      ModalityClouds clouds,
      List<Point> points,
      double[][] plane,
      String method,
      EmbeddedSide side,
      AnalysisOutput output)
      throws IOException {
    FinishedRun.Unit unit = side.unit();
    String name =
        "%s-%s-%s-%s-%s"
            .formatted(
                NAME, unit.model(), unit.protocol(), side.side(), method.toLowerCase(Locale.ROOT));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < plane.length; i++) {
      rows.add(
          List.of(
              clouds.entities().get(points.get(i).entity()),
              clouds.modalities().get(points.get(i).modality()),
              Double.toString(plane[i][0]),
              Double.toString(plane[i][1])));
    }
    output.csv(name, List.of("entity", "modality", "x", "y"), rows);
    String title = "%s, %s, %s: %s".formatted(unit.model(), unit.protocol(), side.side(), method);
    Figure.write(chart(title, clouds, points, plane), name, output);
  }

  private static XYChart chart(
      String title, ModalityClouds clouds, List<Point> points, double[][] plane) {
    XYChart chart =
        new XYChartBuilder().width(Figure.WIDTH).height(Figure.HEIGHT).title(title).build();
    Figure.style(chart.getStyler());
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    chart.getStyler().setMarkerSize(MARKER);
    chart.getStyler().setAxisTicksVisible(false);
    chart.getStyler().setPlotGridLinesVisible(false);
    for (int m = 0; m < clouds.modalities().size(); m++) {
      int modality = m;
      int[] own =
          IntStream.range(0, plane.length)
              .filter(i -> points.get(i).modality() == modality)
              .toArray();
      if (own.length > 0) {
        chart
            .addSeries(
                clouds.modalities().get(m),
                IntStream.of(own).mapToDouble(i -> plane[i][0]).toArray(),
                IntStream.of(own).mapToDouble(i -> plane[i][1]).toArray())
            .setMarker(SeriesMarkers.CIRCLE);
      }
    }
    return chart;
  }
}
