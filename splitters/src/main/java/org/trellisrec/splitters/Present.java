package org.trellisrec.splitters;

import java.util.BitSet;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;

/** Which users and items have interactions. */
final class Present {
  private Present() {}

  static BitSet users(Interactions interactions) {
    BitSet users = new BitSet(interactions.rows());
    for (int user = 0; user < interactions.rows(); user++) {
      users.set(user, interactions.count(user) > 0);
    }
    return users;
  }

  static BitSet items(Interactions interactions) {
    return ItemSet.occurringIn(interactions).stream().collect(BitSet::new, BitSet::set, BitSet::or);
  }
}
