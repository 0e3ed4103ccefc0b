package org.trellisrec.splitters;

import jakarta.inject.Inject;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;
import org.trellisrec.spi.Summary;

/**
 * Holds out everything at or after one moment, the same for all users: a given one, or the {@link
 * BestTimestamp best}.
 */
@Summary("Holds out every interaction at or after one moment, given or the best one.")
public final class FixedTimestamp implements Splitter {
  private static final String BEST = "best";

  private final Params params;

  /**
   * The parameters.
   *
   * @param timestamp the first moment to hold out, an integer in the unit of the data, or {@code
   *     best}
   * @param minBelow interactions before the best moment that a user needs to count, at least 1
   * @param minOver interactions at or after it, likewise
   * @param rules for whom and of what lists are made
   */
  public record Params(
      @Param(
              description =
                  "The first moment to hold out, in the unit of the data; or 'best': the latest"
                      + " moment that keeps the most users on both sides.")
          String timestamp,
      @Param(
              description = "For 'best': interactions before it that a user needs to count.",
              byDefault = "1",
              min = 1)
          int minBelow,
      @Param(
              description = "For 'best': interactions at or after it that a user needs to count.",
              byDefault = "1",
              min = 1)
          int minOver,
      @Inline WarmRules rules) {

    /** Checks the form of the timestamp. */
    public Params {
      if (!timestamp.equals(BEST) && !timestamp.matches("[+-]?[0-9]{1,18}")) {
        throw new InputException(
            "timestamp is '%s', but must be an integer in the unit of the data, or 'best'",
            timestamp);
      }
    }
  }

  /** The splitter with these parameters. */
  @Inject
  public FixedTimestamp(Params params) {
    this.params = params;
  }

  @Override
  public List<Holdout> split(Dataset data, Seed seed) {
    Interactions all = data.interactions();
    Times.require(all, "fixed_timestamp");
    boolean best = params.timestamp.equals(BEST);
    long moment =
        best
            ? BestTimestamp.of(all, params.minBelow, params.minOver)
            : Long.parseLong(params.timestamp);
    Interactions train = all.filter(p -> all.timestamp(p) < moment);
    Interactions truth = all.filter(p -> all.timestamp(p) >= moment);
    if (train.size() == 0 || truth.size() == 0) {
      throw new InputException(
          "fixed_timestamp: %d puts all %d interactions on one side; their times run from %s",
          moment, all.size(), Times.range(all));
    }
    return List.of(
        new Holdout(
            train,
            params.rules.of(truth),
            best ? List.of("the best timestamp is " + moment) : List.of()));
  }
}
