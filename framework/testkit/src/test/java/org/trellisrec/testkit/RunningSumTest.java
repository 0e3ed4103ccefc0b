package org.trellisrec.testkit;

import org.trellisrec.spi.Recommender;

/** The contract is kept by a recommender without flaw. */
class RunningSumTest extends ResumableContract {
  @Override
  protected Recommender recommender() {
    return new RunningSum(RunningSum.Flaw.NONE);
  }
}
