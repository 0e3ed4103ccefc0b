package org.trellisrec.splitters;

import org.trellisrec.data.HeldOut.CandidateRule;
import org.trellisrec.spi.Splitter;
import org.trellisrec.testkit.SplitterContract;

class BothColdTest extends SplitterContract {
  @Override
  protected Splitter splitter() {
    return new BothCold(
        new BothCold.Params(0.4, null, null, CandidateRule.TRUTH, 1, ShareOf.REMAINING));
  }

  @Override
  protected boolean discards() {
    return true;
  }
}
