package org.trellisrec.splitters;

import java.util.BitSet;
import org.trellisrec.data.Interactions;

/** Interactions cut in two along one side. */
record Cut(Interactions warm, Interactions cold) {

  static Cut byUser(Interactions all, BitSet coldUsers) {
    BitSet held = new BitSet(all.size());
    coldUsers.stream().forEach(user -> held.set(all.start(user), all.end(user)));
    return new Cut(all.filter(p -> !held.get(p)), all.filter(held::get));
  }

  static Cut byItem(Interactions all, BitSet coldItems) {
    return new Cut(
        all.filter(p -> !coldItems.get(all.column(p))),
        all.filter(p -> coldItems.get(all.column(p))));
  }
}
