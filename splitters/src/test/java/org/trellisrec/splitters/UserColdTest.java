package org.trellisrec.splitters;

import org.trellisrec.data.HeldOut.CandidateRule;
import org.trellisrec.spi.Splitter;
import org.trellisrec.testkit.SplitterContract;

class UserColdTest extends SplitterContract {
  @Override
  protected Splitter splitter() {
    return ColdSplitsTest.userCold(0.25, null, CandidateRule.TRUTH, 0);
  }
}
