package org.example.shelf;

import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * How far a user has to read: the rank, from 1, of the first relevant item; undefined (NaN) for a
 * list without one, so that the user is left out of the mean.
 */
@Summary("Rank of the first relevant item, from 1; lower is better.")
public final class FirstHit implements UserMetric {
  @Override
  public PerUser bind(TaskContext task) {
    return list -> list.firstHit() < 0 ? Double.NaN : list.firstHit() + 1;
  }

  @Override
  public boolean higherIsBetter(Convention convention) {
    return false;
  }
}
