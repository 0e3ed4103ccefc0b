package org.trellisrec.splitters;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.Seed;

/**
 * Cold users of whom a few interactions are visible at inference.
 *
 * @param revealed the visible interactions, exactly as many as asked for of every user
 * @param truth the interactions of these users that are asked for
 * @param notes how many users had too few interactions to have both
 */
record FewShot(Interactions revealed, Interactions truth, List<String> notes) {

  /**
   * Reveals {@code shots} of {@code reserve} random interactions of every user; fewer shots are
   * among more. The truth is what is not in reserve. A user with no more than that many is not
   * evaluated, and the interactions are discarded.
   *
   * @param reserve at least {@code shots}
   */
  static FewShot reveal(Interactions held, int shots, int reserve, Vocabulary users, Seed seed) {
    if (reserve == 0) {
      return new FewShot(Interactions.empty(held.rows(), held.columns()), held, List.of());
    }
    BitSet shown = new BitSet(held.size());
    BitSet reserved = new BitSet(held.size());
    BitSet asked = new BitSet(held.size());
    int tooFew = 0;
    RandomPicker picker = new RandomPicker(seed);
    for (int user = 0; user < held.rows(); user++) {
      if (held.count(user) > reserve) {
        picker.pick(users.id(user), held.start(user), held.end(user), shots, shown);
        picker.pick(users.id(user), held.start(user), held.end(user), reserve, reserved);
        asked.set(held.start(user), held.end(user));
      } else if (held.count(user) > 0) {
        tooFew++;
      }
    }
    asked.andNot(reserved);
    List<String> notes = new ArrayList<>();
    if (tooFew > 0) {
      notes.add(
          "%d of %d cold users have no more than %d interactions and are left out: nothing would remain to ask"
              .formatted(tooFew, Present.users(held).cardinality(), reserve));
    }
    return new FewShot(held.filter(shown::get), held.filter(asked::get), notes);
  }
}
