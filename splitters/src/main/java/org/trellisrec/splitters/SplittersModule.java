package org.trellisrec.splitters;

import org.trellisrec.prefilters.ColdUsers;
import org.trellisrec.prefilters.DropDuplicates;
import org.trellisrec.prefilters.GlobalThreshold;
import org.trellisrec.prefilters.ItemKCore;
import org.trellisrec.prefilters.IterativeKCore;
import org.trellisrec.prefilters.KeepByModality;
import org.trellisrec.prefilters.KeepItems;
import org.trellisrec.prefilters.KeepUsers;
import org.trellisrec.prefilters.NRoundsKCore;
import org.trellisrec.prefilters.RatingRange;
import org.trellisrec.prefilters.TimeRange;
import org.trellisrec.prefilters.UserAverage;
import org.trellisrec.prefilters.UserKCore;
import org.trellisrec.spi.PluginModule;

/** The splitters and prefilters of TrellisRec. */
public final class SplittersModule extends PluginModule {
  @Override
  protected void plugins() {
    splitters();
    prefilters();
  }

  private void splitters() {
    splitter(
        "random_subsampling", RandomSubsampling.class, RandomSubsampling.Params.class, "hold_out");
    splitter(
        "random_cross_validation",
        RandomCrossValidation.class,
        RandomCrossValidation.Params.class,
        "k_fold");
    splitter("temporal_hold_out", TemporalHoldOut.class, HoldOutParams.class);
    splitter("fixed_timestamp", FixedTimestamp.class, FixedTimestamp.Params.class);
    splitter("user_cold", UserCold.class, UserCold.Params.class);
    splitter("item_cold", ItemCold.class, ItemCold.Params.class);
    splitter("both_cold", BothCold.class, BothCold.Params.class);
  }

  private void prefilters() {
    prefilter("global_threshold", GlobalThreshold.class, GlobalThreshold.Params.class);
    prefilter("user_average", UserAverage.class);
    prefilter("user_k_core", UserKCore.class, UserKCore.Params.class);
    prefilter("item_k_core", ItemKCore.class, ItemKCore.Params.class);
    prefilter("iterative_k_core", IterativeKCore.class, IterativeKCore.Params.class, "k_core");
    prefilter("n_rounds_k_core", NRoundsKCore.class, NRoundsKCore.Params.class);
    prefilter("cold_users", ColdUsers.class, ColdUsers.Params.class);
    prefilter("rating_range", RatingRange.class, RatingRange.Params.class);
    prefilter("time_range", TimeRange.class, TimeRange.Params.class);
    prefilter("drop_duplicates", DropDuplicates.class, DropDuplicates.Params.class);
    prefilter("keep_users", KeepUsers.class, KeepUsers.Params.class);
    prefilter("keep_items", KeepItems.class, KeepItems.Params.class);
    prefilter("keep_by_modality", KeepByModality.class, KeepByModality.Params.class);
  }
}
