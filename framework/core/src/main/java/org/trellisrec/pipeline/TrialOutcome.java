package org.trellisrec.pipeline;

import java.util.List;
import java.util.Optional;
import org.trellisrec.pipeline.Judge.Judgement;
import org.trellisrec.report.TrialRecord;
import org.trellisrec.spi.Model;

/**
 * What came of one trial.
 *
 * @param trial which one
 * @param record all that is kept of it
 * @param model the model; empty if there is none, or if an earlier process had it
 * @param judgements how the model did; empty without a model
 */
record TrialOutcome(
    Trial trial, TrialRecord record, Optional<Model> model, List<Judgement> judgements) {
  /** The value that the trial is judged by. */
  double value() {
    return record.row().value();
  }
}
