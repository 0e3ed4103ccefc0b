package org.trellisrec.cli.bench;

import static org.trellisrec.cli.bench.Figures.CPU;
import static org.trellisrec.cli.bench.Figures.WALL;
import static org.trellisrec.cli.bench.Target.atLeast;
import static org.trellisrec.cli.bench.Target.atMost;

import java.util.List;
import java.util.Optional;

/**
 * One row of the table of a workload.
 *
 * @param label what it is called
 * @param parts names of the figures whose sum it is
 * @param target what it is to reach, if anything
 */
record FigureRow(String label, List<String> parts, Optional<Target> target) {
  private static final String FIT = "fit";
  private static final String RECOMMEND = "recommend";
  private static final String EVALUATE = "evaluate";

  /** What is shown of a workload. */
  static List<FigureRow> of(Workload workload) {
    return switch (workload) {
      case LOAD ->
          List.of(
              row(LoadBenchmark.SPEED).reach(atLeast(5)),
              row(LoadBenchmark.PHASE + WALL),
              row(LoadBenchmark.PHASE + CPU),
              row(LoadBenchmark.SIZE).reach(atMost(12)),
              row(LoadBenchmark.SPLIT_SIZE));
      case QUOTED, SAVED ->
          List.of(
              row(LoadBenchmark.SPEED),
              row(LoadBenchmark.PHASE + WALL),
              row(LoadBenchmark.PHASE + CPU));
      case BABY ->
          List.of(row(LoadBenchmark.PHASE + WALL), row(LoadBenchmark.PHASE + CPU).reach(atMost(1)));
      case ITEMKNN, ITEMKNN_ALL -> phases(row(FIT + CPU), sum(CPU).reach(atMost(1.5)));
      case USERKNN -> phases(row(FIT + CPU), sum(CPU));
      case EASE_R -> phases(row(FIT + CPU).reach(atMost(1.5)), sum(CPU));
      case PROCESS ->
          List.of(
              row(ProcessBenchmark.PHASE + CPU).reach(atMost(4)),
              row(ProcessBenchmark.PHASE + WALL),
              row(ProcessBenchmark.MEMORY).reach(atMost(600)));
      case EVALUATE -> List.of(row(EVALUATE + CPU).reach(atMost(0.3)), row(EVALUATE + WALL));
      case MEMORY ->
          List.of(
              row(MemoryBenchmark.PEAK).reach(atMost(512)),
              row(MemoryBenchmark.LISTS),
              row(EVALUATE + CPU));
      case BPRMF -> epoch(1);
      case BPRMF_SGD -> epoch(0.15);
      case LIGHTGCN, LIGHTGCN_BFLOAT16 -> epoch(16);
      case LIGHTGCN_BABY, MULTVAE, MULTVAE_BFLOAT16 -> epoch(0.8);
      case MULTVAE_BABY, MULTVAE_BABY_BFLOAT16 -> epoch(4);
      case COBRAR, DEEPMF -> branch(110, 0.5);
      case COBRAR_BABY, DEEPMF_BABY -> branch(10, 1.5);
      case COBRAR_WIDE ->
          List.of(
              row(TrainingBenchmark.PHASE + WALL).reach(atMost(490)),
              row(TrainingBenchmark.PHASE + CPU));
      case SIBRAR_SC -> modalities(130);
      case SIBRAR_S -> modalities(80);
      case CLCREC -> modalities(20);
      case DROPOUTNET -> modalities(60);
    };
  }

  private static List<FigureRow> phases(FigureRow fit, FigureRow sum) {
    return List.of(fit, row(RECOMMEND + CPU), row(EVALUATE + CPU), sum, sum(WALL));
  }

  private static List<FigureRow> epoch(double cpuSeconds) {
    return List.of(
        row(TrainingBenchmark.PHASE + CPU).reach(atMost(cpuSeconds)),
        row(TrainingBenchmark.PHASE + WALL));
  }

  private static List<FigureRow> branch(double epochWallSeconds, double rankingCpuSeconds) {
    return List.of(
        row(TrainingBenchmark.PHASE + WALL).reach(atMost(epochWallSeconds)),
        row(TrainingBenchmark.PHASE + CPU),
        row(RECOMMEND + CPU).reach(atMost(rankingCpuSeconds)));
  }

  private static List<FigureRow> modalities(double epochCpuSeconds) {
    return List.of(
        row(TrainingBenchmark.PHASE + CPU).reach(atMost(epochCpuSeconds)),
        row(TrainingBenchmark.PHASE + WALL),
        row(RECOMMEND + WALL).reach(atMost(1)));
  }

  private static FigureRow row(String figure) {
    return new FigureRow(figure, List.of(figure), Optional.empty());
  }

  private static FigureRow sum(String unit) {
    List<String> phases = List.of(FIT, RECOMMEND, EVALUATE);
    return new FigureRow(
        String.join(" + ", phases) + unit,
        phases.stream().map(phase -> phase + unit).toList(),
        Optional.empty());
  }

  private FigureRow reach(Target goal) {
    return new FigureRow(label, parts, Optional.of(goal));
  }
}
