package org.example.sessions;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;
import org.trellisrec.spi.Summary;

/**
 * Holds out the last session of every user: what comes after the user's last pause of at least
 * {@code gap}. A user without such a pause keeps all in training and is not evaluated; a note says
 * how many there are. Nothing is drawn.
 */
@Summary("Holds out the last session of every user, which a pause sets apart.")
public final class LastSession implements Splitter {
  private final Params params;

  /**
   * Parameters.
   *
   * @param gap shortest pause between two sessions, in the unit of the timestamps
   */
  public record Params(
      @Param(description = "Shortest pause between two sessions, in the unit of the data.", min = 1)
          long gap) {}

  /** The splitter with these parameters. */
  @Inject
  public LastSession(Params params) {
    this.params = params;
  }

  @Override
  public List<Holdout> split(Dataset data, Seed seed) {
    Interactions all = data.interactions();
    if (!all.hasTimestamps()) {
      throw new InputException(
          "last_session needs timestamps, but the data have none; name their column in data_config");
    }
    BitSet last = new BitSet(all.size());
    int whole = 0;
    for (int user = 0; user < all.rows(); user++) {
      int[] session = lastSession(all, user);
      Arrays.stream(session).forEach(last::set);
      whole += all.count(user) > 0 && session.length == 0 ? 1 : 0;
    }
    List<String> notes =
        whole == 0
            ? List.of()
            : List.of(
                "users who never pause for %d and keep all in training: %d"
                    .formatted(params.gap(), whole));
    HeldOut heldOut = HeldOut.warm(all.filter(last::get));
    return List.of(new Holdout(all.filter(p -> !last.get(p)), heldOut, notes));
  }

  /** Positions of the user's last session. Entries lie in the order of items, not of time. */
  private int[] lastSession(Interactions all, int user) {
    long[] times = positions(all, user).mapToLong(all::timestamp).sorted().toArray();
    for (int n = times.length - 1; n > 0; n--) {
      if (times[n] - times[n - 1] >= params.gap()) {
        long begin = times[n];
        return positions(all, user).filter(p -> all.timestamp(p) >= begin).toArray();
      }
    }
    return new int[0];
  }

  private static IntStream positions(Interactions all, int user) {
    return IntStream.range(all.start(user), all.end(user));
  }
}
