package org.trellisrec.metrics.bias;

import org.trellisrec.data.ItemSet;
import org.trellisrec.metrics.Labels;
import org.trellisrec.spi.Popularity;

/** What the short head holds the larger part of. */
public enum ShortHead {
  /**
   * The most popular items that together have a share of the training interactions, customarily
   * 80%.
   */
  INTERACTIONS {
    @Override
    ItemSet of(Popularity popularity, double share) {
      return popularity.shortHead(share);
    }
  },
  /**
   * The training items without the share of them, customarily 80%, that is least popular; as many
   * as the share allows whole.
   */
  ITEMS {
    @Override
    ItemSet of(Popularity popularity, double share) {
      return popularity.shortHeadOfItems(share);
    }
  };

  /**
   * The short head.
   *
   * @param share in (0, 1]; of the interactions that the head has, or of the items that it has not
   */
  abstract ItemSet of(Popularity popularity, double share);

  /** The name of a metric in tables, which shows the rule that is not the customary one. */
  String label(String name) {
    return Labels.with(name, "short_head", this, INTERACTIONS);
  }
}
