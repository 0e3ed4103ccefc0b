package org.trellisrec.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.report.TensorBoardFile;
import org.trellisrec.spi.EpochDecision;

/**
 * Writes loss and watched values of every epoch for TensorBoard. A training that is taken up again
 * writes its file anew, without the epochs that are trained again.
 */
final class EpochEvents implements EpochSink {
  private final Path folder;
  private final ModelPlan plan;
  private TensorBoardFile file;

  EpochEvents(Path folder, ModelPlan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  @Override
  public void resumed(List<EpochRecord> epochs) {
    epochs.forEach(this::write);
  }

  @Override
  public void ended(EpochRecord epoch, EpochDecision decision) {
    write(epoch);
  }

  private void write(EpochRecord epoch) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("train/loss", epoch.loss());
    epoch
        .watched(plan)
        .forEach((metric, value) -> values.put("validation/" + metric, value.value()));
    try {
      if (file == null) {
        file = TensorBoardFile.begin(folder, epoch.endedAt());
      }
      file.add(epoch.endedAt(), epoch.epoch(), values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
