package org.trellisrec.pipeline;

import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Split;

/**
 * A data set as it is after prefiltering, with its splits.
 *
 * @param dataset the data set
 * @param splits all splits of all protocols
 */
public record SplitData(Dataset dataset, List<Split> splits) {}
