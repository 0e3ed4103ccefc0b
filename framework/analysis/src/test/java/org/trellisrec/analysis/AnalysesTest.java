package org.trellisrec.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.spi.InputException;

/** What analyses make of the files of a run. */
class AnalysesTest {
  private static final String METRICS =
      "model,trial,seed,protocol,fold,task,role,convention,metric,cutoff,value,users";

  private static ModalityGap gap() {
    return new ModalityGap(Params.of(ModalityGap.Params.class, Map.of("trees", 20, "repeats", 2)));
  }

  @Test
  void theGapOfEveryUnitIsARowAndUnitsAreAveragedForReaders() throws IOException {
    FakeRun run =
        new FakeRun()
            .with("A", 1, Clouds.normal(60, 4, 5))
            .with("A", 2, Clouds.normal(60, 4, 4))
            .with("B", 1, Clouds.normal(60, 4, 0))
            .with("alone", 1, Map.of("m0", new float[][] {{1}, {2}}))
            .analyzed(gap());
    assertThat(run.csv.get("modality_gap")).hasSize(4);
    double difference = Double.parseDouble(run.csv.get("modality_gap").get(1).get(9));
    double intra = Double.parseDouble(run.csv.get("modality_gap").get(1).get(7));
    double inter = Double.parseDouble(run.csv.get("modality_gap").get(1).get(8));
    assertThat(difference).isEqualTo(intra - inter).isLessThan(-0.5);
    assertThat(run.tables.get("modality_gap")).hasSize(3);
    assertThat(run.tables.get("modality_gap").get(1))
        .startsWith("A", "warm", "items", "m0 m1 m2")
        .endsWith("0.3333");
    assertThat(run.tables.get("modality_gap").get(1).get(4)).contains(" ± ");
  }

  @Test
  void zeroVectorsAreTold() throws IOException {
    Map<String, float[][]> clouds = Clouds.normal(20, 4, 5);
    clouds.get("m1")[3] = new float[4];
    assertThat(new FakeRun().with("A", 1, clouds).analyzed(gap()).notes)
        .containsExactly(
            "A on warm, items: 1 vectors are zero, have no direction and are left out of cosines"
                + " and centroids");
  }

  @Test
  void anAccuracyThatCannotBeGivenIsTold() throws IOException {
    Map<String, float[][]> one = Map.of("m0", new float[][] {{1}}, "m1", new float[][] {{2}});
    assertThat(new FakeRun().with("A", 1, one).analyzed(gap()).notes)
        .containsExactly(
            "A on warm, items: no forest can be asked, since there are vectors of 1 entities, and it"
                + " takes 2");
  }

  @Test
  void modelsOfOneModalityHaveNoGap() {
    FakeRun run = new FakeRun().with("alone", 1, Map.of("m0", new float[][] {{1}, {2}}));
    assertThatThrownBy(() -> run.analyzed(gap()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no model of run has more than one modality");
  }

  private static EmbeddingPlot plot() {
    return new EmbeddingPlot(
        Params.of(EmbeddingPlot.Params.class, Map.of("points", 60, "iterations", 50)));
  }

  @Test
  void whatHasNoPlaceInAPlotIsRefused() {
    Map<String, float[][]> none = Map.of("m0", new float[2][], "m1", new float[][] {{1}, null});
    assertThatThrownBy(() -> new FakeRun().with("A", 1, none).analyzed(plot()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("A on warm, items: a plot needs at least 2 vectors, but the")
        .hasMessageContaining("have 1; check where they are read");
    Map<String, float[][]> diverged = Clouds.normal(20, 4, 5);
    diverged.get("m1")[3][2] = Float.NaN;
    assertThatThrownBy(() -> new FakeRun().with("A", 1, diverged).analyzed(plot()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("A on warm, items: the vector of '3' for modality 'm1' holds NaN,");
  }

  private static FakeRun plotted() throws IOException {
    return new FakeRun()
        .with("A", 1, Clouds.normal(40, 4, 5))
        .with("A", 2, Clouds.normal(40, 4, 5))
        .analyzed(plot());
  }

  @Test
  void embeddingsArePlottedTheSameEachTime() throws IOException {
    FakeRun run = plotted();
    assertThat(run.files)
        .containsOnlyKeys(
            "embedding_plot-A-warm-items-pca.png",
            "embedding_plot-A-warm-items-pca.svg",
            "embedding_plot-A-warm-items-t-sne.png",
            "embedding_plot-A-warm-items-t-sne.svg");
    assertThat(run.notes)
        .containsExactly("of several folds and seeds the first is plotted, and 1 are not");
    assertThat(run.csv.get("embedding_plot-A-warm-items-t-sne")).hasSize(1 + 60);
    String svg = new String(run.files.get("embedding_plot-A-warm-items-pca.svg"), UTF_8);
    assertThat(svg).contains("<svg", "rgb(0,114,178)", "rgb(213,94,0)", "rgb(0,158,115)");
    FakeRun again = plotted();
    run.files.forEach((name, content) -> assertThat(again.files.get(name)).isEqualTo(content));
    assertThat(again.csv).isEqualTo(run.csv);
  }

  private static FakeRun missing() {
    return new FakeRun()
        .with(
            "missing_modalities.csv",
            "protocol,task,side,kept,interactions,model,cutoff,subsets,nDCG,Recall",
            "warm,warm,items,1,any,A,5,3,0.1,0.2",
            "warm,warm,items,1,withheld,A,5,2,0.08,0.2",
            "warm,warm,items,2,any,A,5,3,0.2,0.3",
            "warm,warm,items,1,any,B,5,3,0.05,0.1",
            "warm,warm,items,2,any,B,5,3,0.25,0.3",
            "warm,warm,items,2,any,B,10,3,0.35,0.4");
  }

  private static MissingModalityCurve curve(String... metrics) {
    return new MissingModalityCurve(
        Params.of(MissingModalityCurve.Params.class, Map.of("metrics", List.of(metrics))));
  }

  @Test
  void curvesOfMissingModalities() throws IOException {
    FakeRun run = missing().analyzed(curve());
    assertThat(run.tables.get("missing_modality_curve").get(0))
        .containsExactly(
            "protocol", "task", "side", "interactions", "metric", "model", "1 kept", "2 kept");
    assertThat(run.tables.get("missing_modality_curve").subList(1, 4))
        .satisfiesExactly(
            row -> assertThat(row).endsWith("any", "nDCG@5", "A", "0.1000", "0.2000"),
            row -> assertThat(row).endsWith("any", "nDCG@5", "B", "0.0500", "0.2500"),
            row -> assertThat(row).endsWith("withheld", "nDCG@5", "A", "0.0800", ""));
    assertThat(run.csv.get("missing_modality_curve")).hasSize(1 + 5);
    assertThat(run.files)
        .containsOnlyKeys(
            "missing_modality_curve-warm-warm-items-any-nDCG@5.png",
            "missing_modality_curve-warm-warm-items-any-nDCG@5.svg",
            "missing_modality_curve-warm-warm-items-withheld-nDCG@5.png",
            "missing_modality_curve-warm-warm-items-withheld-nDCG@5.svg");
  }

  @Test
  void metricsOfCurvesAreChosenByName() throws IOException {
    assertThat(missing().analyzed(curve("recall@10")).tables.get("missing_modality_curve"))
        .hasSize(2);
    assertThatThrownBy(() -> missing().analyzed(curve("MAP@5")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "there is no 'MAP@5' in missing_modalities.csv, which has [nDCG@5, Recall@5,");
    assertThatThrownBy(() -> new FakeRun().analyzed(curve()))
        .hasMessageContaining("missing_modalities.csv is missing; withhold modalities by");
  }

  @Test
  void aDamagedFileIsNotBlamedOnTheRun() {
    assertThatThrownBy(
            () -> new FakeRun().withDamaged("parameters.csv").analyzed(against(Map.of())))
        .hasMessage("parameters.csv is damaged");
    assertThatThrownBy(() -> new FakeRun().withDamaged("missing_modalities.csv").analyzed(curve()))
        .hasMessage("missing_modalities.csv is damaged");
  }

  private static FakeRun parameters() {
    return new FakeRun()
        .with(
            "parameters.csv",
            "model,trial,seed,protocol,fold,block,count",
            "SiBraR,0,1,warm,0,projections,600",
            "SiBraR,0,1,warm,0,branch,100",
            "SiBraR,0,2,warm,0,projections,600",
            "SiBraR,0,2,warm,0,branch,100",
            "MuBraR,0,1,warm,0,projections,600",
            "MuBraR,0,1,warm,0,branch,400",
            "BPRMF,0,1,warm,0,embeddings,50");
  }

  private static ParameterCounts against(Map<String, Object> params) {
    return new ParameterCounts(Params.of(ParameterCounts.Params.class, params));
  }

  @Test
  void oneBranchSavesParameters() throws IOException {
    assertThat(parameters().analyzed(against(Map.of())).tables.get("parameter_counts"))
        .satisfiesExactly(
            row ->
                assertThat(row)
                    .containsExactly(
                        "model",
                        "protocol",
                        "projections",
                        "branch",
                        "embeddings",
                        "total",
                        "saved"),
            row ->
                assertThat(row)
                    .containsExactly("SiBraR", "warm", "600", "100", "", "700", "30.0 %"),
            row ->
                assertThat(row)
                    .containsExactly("MuBraR", "warm", "600", "400", "", "1000", "0.0 %"),
            row -> assertThat(row).containsExactly("BPRMF", "warm", "", "", "50", "50", "95.0 %"));
    assertThat(
            parameters().analyzed(against(Map.of("against", "SiBraR"))).csv.get("parameter_counts"))
        .anySatisfy(
            row ->
                assertThat(row).startsWith("MuBraR").endsWith(Double.toString(1 - 1000 / 700.0)));
    assertThatThrownBy(() -> parameters().analyzed(against(Map.of("against", "Sibrar"))))
        .hasMessageContaining(
            "there is no model 'Sibrar' with parameters on warm, only [SiBraR, MuBraR, BPRMF]");
    assertThatThrownBy(() -> new FakeRun().analyzed(against(Map.of())))
        .hasMessageContaining("no model of this run counts its parameters");
  }

  private static FakeRun metrics() {
    return new FakeRun()
        .with(
            "metrics.csv",
            METRICS,
            "A,0,1,warm,0,validation,validation,standard,ARP,5,99,10",
            "A,0,1,warm,0,warm,test,standard,nDCG,5,0.5,3",
            "A,0,1,warm,0,warm,test,standard,ARP,5,10,3",
            "A,0,2,warm,0,warm,test,standard,ARP,5,20,3",
            "A,0,1,warm,0,warm[genres],test,standard,ARP,5,77,3",
            "B,0,1,warm,0,warm,test,standard,ARP,5,30,3",
            "B,0,1,warm,0,warm,test,standard,APLT,5,0.25,3");
  }

  private static PopularityBias bias(Map<String, Object> params) {
    return new PopularityBias(Params.of(PopularityBias.Params.class, params));
  }

  @Test
  void popularityBiasOfTestTasks() throws IOException {
    FakeRun run = metrics().analyzed(bias(Map.of()));
    assertThat(run.csv.get("popularity_bias"))
        .satisfiesExactly(
            row ->
                assertThat(row)
                    .containsExactly("protocol", "task", "cutoff", "model", "ARP", "APLT"),
            row -> assertThat(row).containsExactly("warm", "warm", "5", "A", "15.0", "NaN"),
            row -> assertThat(row).containsExactly("warm", "warm", "5", "B", "30.0", "0.25"));
    assertThat(run.tables.get("popularity_bias").get(1)).contains("15 ± 7.0711", "");
    assertThat(run.notes)
        .containsExactly("[PL] was not measured; add it to evaluation.simple_metrics");
    assertThatThrownBy(() -> metrics().analyzed(bias(Map.of("metrics", List.of("PL")))))
        .hasMessageContaining("none of [PL] was measured");
  }

  @Test
  void popularityBiasWhateverTheParametersOfAMetric() throws IOException {
    FakeRun run =
        new FakeRun()
            .with(
                "metrics.csv",
                METRICS,
                "A,0,1,warm,0,warm,test,standard,APLT_short_head:items,5,0.5,3",
                "A,0,1,warm,0,warm,test,standard,APLT_users:activity-1,5,0.75,3",
                "A,0,1,warm,0,warm,test,standard,PLUS,5,7,3")
            .analyzed(bias(Map.of("metrics", List.of("PL", "APLT", "APLT_short_head:items"))));

    assertThat(run.csv.get("popularity_bias"))
        .satisfiesExactly(
            row ->
                assertThat(row)
                    .containsExactly(
                        "protocol", "task", "cutoff", "model", "APLT_short_head:items"),
            row -> assertThat(row).containsExactly("warm", "warm", "5", "A", "0.5"));
    assertThat(run.notes)
        .containsExactly("[PL] was not measured; add it to evaluation.simple_metrics");
  }

  private static FakeRun perUser() {
    return metrics()
        .with("A-1-warm", "user,nDCG@5,Recall@5", "u1,0,0", "u2,1,1", "u3,,0")
        .with("A-2-warm", "user,nDCG@5,Recall@5", "u1,0.5,0", "u2,1,1", "u3,0.6,0")
        .with("B-1-warm", "user,nDCG@5,Recall@5", "u1,0.1,0", "u2,0.2,0", "u3,0.4,0");
  }

  private static UserBoxplot boxes(Map<String, Object> params) {
    return new UserBoxplot(Params.of(UserBoxplot.Params.class, params));
  }

  @Test
  void boxesOfUsers() throws IOException {
    FakeRun run = perUser().analyzed(boxes(Map.of()));
    // A: u1 0.25, u2 1, u3 0.6 (of one seed); quartiles halfway to the median.
    assertThat(run.tables.get("user_boxplot").get(1))
        .containsExactly(
            "warm", "warm", "nDCG@5", "A", "3", "0.6167", "0.2500", "0.4250", "0.6000", "0.8000",
            "1.0000");
    assertThat(run.tables.get("user_boxplot").get(2)).contains("B", "0.1500", "0.3000");
    assertThat(run.files)
        .containsOnlyKeys("user_boxplot-warm-warm-nDCG@5.png", "user_boxplot-warm-warm-nDCG@5.svg");
    assertThat(perUser().analyzed(boxes(Map.of("metrics", List.of("nDCG@5", "Recall@5")))).files)
        .hasSize(4);
    assertThatThrownBy(() -> perUser().analyzed(boxes(Map.of("tasks", List.of("warm", "cold")))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "tasks: there is no test task 'cold' in metrics.csv, which has [warm, warm[genres]]");
    assertThatThrownBy(() -> perUser().analyzed(boxes(Map.of("tasks", List.of("validation")))))
        .hasMessageContaining("there is no test task 'validation'");
    FakeRun withheld =
        new FakeRun()
            .with("metrics.csv", METRICS, "A,0,1,warm,0,warm[genres],test,standard,nDCG,5,0.5,3");
    assertThatThrownBy(() -> withheld.analyzed(boxes(Map.of())))
        .hasMessageContaining("no results of test tasks in which no modality is withheld");
    assertThatThrownBy(() -> metrics().analyzed(boxes(Map.of())))
        .hasMessageContaining("A-1-warm is missing");
  }
}
