package org.trellisrec.splitters;

import java.util.Arrays;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;

/** Checks on timestamps. */
final class Times {
  private Times() {}

  /** Refuses interactions without timestamps. */
  static void require(Interactions interactions, String splitter) {
    if (!interactions.hasTimestamps()) {
      throw new InputException(
          "%s needs timestamps, but the data have none; name the timestamp column in data_config, or"
              + " choose another splitter",
          splitter);
    }
  }

  /** The times of one user, ascending. */
  static long[] sorted(Interactions interactions, int user) {
    int start = interactions.start(user);
    long[] times = new long[interactions.count(user)];
    for (int i = 0; i < times.length; i++) {
      times[i] = interactions.timestamp(start + i);
    }
    Arrays.sort(times);
    return times;
  }

  /** The first and last time, for a message. */
  static String range(Interactions interactions) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int p = 0; p < interactions.size(); p++) {
      first = Math.min(first, interactions.timestamp(p));
      last = Math.max(last, interactions.timestamp(p));
    }
    return first + " to " + last;
  }
}
