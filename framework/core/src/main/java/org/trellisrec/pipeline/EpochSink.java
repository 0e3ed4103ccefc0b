package org.trellisrec.pipeline;

import java.util.List;
import org.trellisrec.spi.EpochDecision;

/** Shows or writes the epochs of one training as they come. */
interface EpochSink {
  /** The training is taken up again after these epochs. */
  void resumed(List<EpochRecord> epochs);

  /** An epoch has ended. */
  void ended(EpochRecord epoch, EpochDecision decision);
}
