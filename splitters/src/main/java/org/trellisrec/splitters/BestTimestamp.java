package org.trellisrec.splitters;

import java.util.Arrays;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;

/**
 * The moment that keeps the most users on both sides: with at least {@code minBelow} interactions
 * before it and {@code minOver} at or after it. Of equally good moments it is the latest.
 *
 * <p>A user counts for the moments in {@code (opens, closes]}, where {@code opens} is the time of
 * the user's interaction number minBelow and {@code closes} that of the last but minOver - 1. The
 * number of users changes only there, and the latest best moment closes an interval, so one sweep
 * over the sorted ends finds it.
 */
final class BestTimestamp {
  private BestTimestamp() {}

  static long of(Interactions all, int minBelow, int minOver) {
    long[] opens = new long[all.rows()];
    long[] closes = new long[all.rows()];
    int users = 0;
    for (int user = 0; user < all.rows(); user++) {
      int count = all.count(user);
      if (count >= (long) minBelow + minOver) {
        long[] times = Times.sorted(all, user);
        opens[users] = times[minBelow - 1];
        closes[users] = times[count - minOver];
        users += opens[users] < closes[users] ? 1 : 0;
      }
    }
    if (users == 0) {
      throw new InputException(
          "fixed_timestamp: no moment has a user with at least %d interactions before and %d at or"
              + " after it; lower min_below or min_over",
          minBelow, minOver);
    }
    Arrays.sort(opens, 0, users);
    Arrays.sort(closes, 0, users);
    return sweep(opens, closes, users);
  }

  private static long sweep(long[] opens, long[] closes, int users) {
    long best = closes[0];
    int most = 0;
    int opened = 0;
    for (int closed = 0; closed < users; closed++) {
      while (opened < users && opens[opened] < closes[closed]) {
        opened++;
      }
      if (opened - closed >= most) {
        most = opened - closed;
        best = closes[closed];
      }
    }
    return best;
  }
}
