package org.trellisrec.pipeline;

import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Split;
import org.trellisrec.spi.LoadedData;

/**
 * What the units of a run work on, once it is known that they can lead to results.
 *
 * @param loaded the data after prefiltering, with the splits that come with them
 * @param missing what tests withhold of their modalities
 * @param losses what training loses of them
 * @param splits those of the first seed
 * @param fingerprint hash of the data
 * @param units what its units depend on
 * @param identity what tells the run from others
 * @param restoration finds saved models
 * @param warnings those without which the results must not be read
 */
record Prepared(
    LoadedData loaded,
    MissingModalities missing,
    TrainingLosses losses,
    List<Split> splits,
    String fingerprint,
    UnitIdentities units,
    RunIdentity identity,
    Restoration restoration,
    List<String> warnings) {

  /** The data after prefiltering. */
  Dataset data() {
    return loaded.dataset();
  }
}
