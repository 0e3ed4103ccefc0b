package org.trellisrec.splitters;

import org.trellisrec.spi.PluginModule;

/** The splitters and prefilters of TrellisRec. */
public final class SplittersModule extends PluginModule {
  @Override
  protected void plugins() {
    splitter(
        "random_subsampling", RandomSubsampling.class, RandomSubsampling.Params.class, "hold_out");
    splitter(
        "random_cross_validation",
        RandomCrossValidation.class,
        RandomCrossValidation.Params.class,
        "k_fold");
    splitter("temporal_hold_out", TemporalHoldOut.class, TemporalHoldOut.Params.class);
    splitter("fixed_timestamp", FixedTimestamp.class, FixedTimestamp.Params.class);
    splitter("user_cold", UserCold.class, UserCold.Params.class);
    splitter("item_cold", ItemCold.class, ItemCold.Params.class);
    splitter("both_cold", BothCold.class, BothCold.Params.class);
  }
}
