package org.example.shelf;

import jakarta.inject.Inject;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Summary;

/**
 * Recommends what is popular lately: an interaction counts half as much for every half-life that
 * has passed between it and the latest interaction.
 */
@Summary("Recommends the items that are popular lately.")
public final class RecentPop implements Recommender {
  private final Params params;

  /**
   * The hyperparameters.
   *
   * @param halfLife time after which an interaction counts half, in the unit of the timestamps
   */
  public record Params(
      @Param(
              description = "Time after which an interaction counts half, in the unit of the data.",
              byDefault = "2592000",
              min = 0,
              aboveMin = true)
          double halfLife) {}

  /** The recipe with these hyperparameters. */
  @Inject
  public RecentPop(Params params) {
    this.params = params;
  }

  @Override
  public Model fit(TrainingData data, FitContext context) {
    Interactions train = data.interactions();
    if (!train.hasTimestamps()) {
      throw new InputException("RecentPop needs timestamps, but the data set has none");
    }
    long latest = Long.MIN_VALUE;
    for (int p = 0; p < train.size(); p++) {
      latest = Math.max(latest, train.timestamp(p));
    }
    double[] weight = new double[train.columns()];
    for (int p = 0; p < train.size(); p++) {
      double age = latest - train.timestamp(p);
      weight[train.column(p)] += Math.pow(0.5, age / params.halfLife());
    }
    return (users, scores) -> {
      for (float[] row : scores) {
        for (int item = 0; item < row.length; item++) {
          if (weight[item] > 0) { // items without interactions keep NaN: they cannot be scored
            row[item] = (float) weight[item];
          }
        }
      }
    };
  }
}
