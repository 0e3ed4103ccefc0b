package org.trellisrec.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.report.UnitKey;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.SavableModel;

/**
 * Writes what a run keeps of a chosen model: its weights, its vectors per modality, and what it
 * produced on the test tasks.
 *
 * @param plan says what is kept
 * @param data all data
 * @param folder the run folder
 */
record ModelFiles(RunPlan plan, Dataset data, RunFolder folder) {

  /**
   * Writes the files of a unit.
   *
   * @param hashes what the model was learned from; needed where weights are kept
   */
  ModelRun.Output of(Unit unit, Optional<DataHashes> hashes) {
    TestFiles files = new TestFiles(folder.path(), data, unit.plan().keep().recommendations());
    return (key, trial, model, tests) -> {
      files.write(key, tests);
      if (unit.plan().keep().weights()) {
        writeWeights(unit, trial, model, hashes.orElseThrow());
      }
      if (plan.keepsEmbeddings()) {
        writeEmbeddings(key, model);
      }
    };
  }

  private void writeWeights(Unit unit, Trial trial, Model model, DataHashes hashes) {
    UnitKey key = unit.key();
    SavedWeights.Description description =
        new SavedWeights.Description(
            unit.plan().recommender(),
            key.model(),
            trial.number(),
            trial.position(),
            key.seed(),
            key.protocol(),
            key.fold(),
            trial.parameters(),
            usesModalities(model),
            hashes);
    try {
      SavedWeights.in(folder.path(), key)
          .write(folder.draft(), description, SavedWeights.Ids.of(data), (SavableModel) model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A model without side information answers with itself when it is to see less of it. */
  private static boolean usesModalities(Model model) {
    BitSet first = new BitSet();
    first.set(0);
    VisibleModalities less =
        new VisibleModalities(Map.of(VisibleModalities.INTERACTIONS, first), Map.of());
    Model view = model.seeing(less);
    if (view == model) {
      return false;
    }
    view.close();
    return true;
  }

  /** Writes what a model knows of each modality. */
  void writeEmbeddings(UnitKey key, Model model) {
    try {
      SavedEmbeddings.in(folder.path(), key).write(key, model, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
