package org.trellisrec.splitters;

import org.trellisrec.spi.Splitter;
import org.trellisrec.testkit.SplitterContract;

class ItemColdTest extends SplitterContract {
  @Override
  protected Splitter splitter() {
    return ColdSplitsTest.itemCold(0.25, null);
  }
}
