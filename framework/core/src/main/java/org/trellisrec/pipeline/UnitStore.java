package org.trellisrec.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.trellisrec.report.Folders;
import org.trellisrec.report.Journal;
import org.trellisrec.report.Sha256;
import org.trellisrec.report.TrialRecord;
import org.trellisrec.report.UnitIdentity;
import org.trellisrec.report.UnitKey;

/**
 * Where the trials of a unit keep what must survive them.
 *
 * @param run the run folder
 * @param key the unit; units that share a model are trained under the first of them
 * @param identity what the unit depends on
 * @param resume true to keep what it takes to go on after an interruption
 * @param tensorboard true to write learning curves for TensorBoard
 */
record UnitStore(
    RunFolder run, UnitKey key, UnitIdentity identity, boolean resume, boolean tensorboard) {
  /** What survives of the training of a trial; empty if nothing is to. */
  Optional<Checkpoint> checkpoint(Trial trial) {
    String training =
        Sha256.of(identity.hash() + " " + key + " " + trial.number() + " " + trial.parameters());
    return resume
        ? Optional.of(new Checkpoint(checkpoints().resolve(folder(trial)), training))
        : Optional.empty();
  }

  /** Where the learning curves of a trial go, if anywhere. */
  Optional<Path> tensorboard(Trial trial) {
    return tensorboard
        ? Optional.of(tensorboard(run.path(), key).resolve(folder(trial)))
        : Optional.empty();
  }

  /** Where the learning curves of a unit are in a run folder. */
  static Path tensorboard(Path run, UnitKey key) {
    return run.resolve("tensorboard").resolve(key.fileName());
  }

  /** The record of the trial of this number, if it has finished. */
  Optional<TrialRecord> finished(int trial) {
    return resume ? journal().findTrial(key, trial) : Optional.empty();
  }

  /** Records a trial that has finished. */
  void record(TrialRecord trial) {
    if (resume) {
      unchecked(() -> journal().recordTrial(key, trial));
    }
  }

  /** The unit is recorded, and all that share its model: removes what served to go on with it. */
  void forget() {
    unchecked(
        () -> {
          journal().forgetTrials(key);
          Folders.deleteWithEmptyParent(checkpoints());
        });
  }

  private Journal journal() {
    return run.journal();
  }

  private Path checkpoints() {
    return run.path().resolve("checkpoints").resolve(key.fileName());
  }

  private static String folder(Trial trial) {
    return "trial-" + trial.number();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void unchecked(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
