package org.trellisrec.generate;

import jakarta.inject.Inject;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;

/** The reader that invents its data; see {@link Generator}. */
@Summary(
    "Generates users and items with planted latent factors, skewed popularity, demographics and"
        + " item modalities.")
public final class Generated implements DatasetReader {
  private final Params params;

  /**
   * What to generate.
   *
   * @param users number of users
   * @param items number of items
   * @param interactions number of distinct pairs of user and item
   * @param minPerUser every user has at least this many interactions
   * @param factors number of latent factors
   * @param popularitySkew exponent of the Zipf law of item popularity; 0 is uniform
   * @param noise share of interactions that follow popularity alone
   * @param modalities whether users get demographics and items get category, genres, vector, text
   * @param vectorSize length of the dense item vectors
   * @param sideNoise share of labels and words that are random, and the relative standard deviation
   *     of the noise on vectors
   * @param missing share of entities that lack a modality, for each modality on its own
   * @param ratings whether interactions carry ratings 1 to 5
   * @param timestamps whether interactions carry timestamps, in seconds
   * @param seed the same seed gives the same data
   */
  public record Params(
      @Param(description = "Number of users.", byDefault = "600", min = 1) int users,
      @Param(description = "Number of items.", byDefault = "400", min = 1) int items,
      @Param(
              description = "Number of interactions, each pair of user and item at most once.",
              byDefault = "24000",
              min = 1)
          int interactions,
      @Param(
              description = "Every user has at least this many interactions.",
              byDefault = "10",
              min = 1)
          int minPerUser,
      @Param(description = "Number of latent factors.", byDefault = "8", min = 1) int factors,
      @Param(
              description = "Exponent of the Zipf law of item popularity; 0 is uniform.",
              byDefault = "0.6",
              min = 0,
              max = 5)
          double popularitySkew,
      @Param(
              description = "Share of interactions that follow popularity alone.",
              byDefault = "0.1",
              min = 0,
              max = 1)
          double noise,
      @Param(
              description = "Whether to generate demographics of users and modalities of items.",
              byDefault = "true")
          boolean modalities,
      @Param(description = "Length of the dense item vectors.", byDefault = "32", min = 1)
          int vectorSize,
      @Param(
              description =
                  "Share of labels and words that are random, and relative noise of the"
                      + " item vectors.",
              byDefault = "0.2",
              min = 0,
              max = 1)
          double sideNoise,
      @Param(
              description = "Share of entities that lack a modality, for each modality on its own.",
              byDefault = "0",
              min = 0,
              max = 1)
          double missing,
      @Param(description = "Whether interactions carry ratings from 1 to 5.", byDefault = "true")
          boolean ratings,
      @Param(description = "Whether interactions carry timestamps, in seconds.", byDefault = "true")
          boolean timestamps,
      @Param(description = "The same seed gives the same data.", byDefault = "42") long seed) {

    /** Checks that so many distinct pairs exist. */
    public Params {
      long most = (long) users * maxPerUser(items);
      long least = (long) users * minPerUser;
      if (minPerUser > maxPerUser(items)) {
        throw new InputException(
            "min_per_user is %d, but with %d items a user can have at most %d interactions (half of"
                + " the items, at least one)",
            minPerUser, items, maxPerUser(items));
      }
      if (interactions < least || interactions > most) {
        throw new InputException(
            "interactions is %d, but %d users with %d to %d interactions each (half of the items at"
                + " most) have between %d and %d together",
            interactions, users, minPerUser, maxPerUser(items), least, most);
      }
    }

    /** Small data of this size, everything else by default. */
    public static Params of(int users, int items, int interactions) {
      int minPerUser = Math.max(1, Math.min(10, interactions / users / 2));
      return new Params(
          users, items, interactions, minPerUser, 8, 0.6, 0.1, true, 32, 0.2, 0, true, true, 42);
    }

    int maxPerUser() {
      return maxPerUser(items);
    }

    private static int maxPerUser(int items) {
      return Math.max(1, items / 2);
    }
  }

  /** The recipe. */
  @Inject
  public Generated(Params params) {
    this.params = params;
  }

  @Override
  public OwnSplits ownSplits() {
    return OwnSplits.NONE;
  }

  @Override
  public LoadedData read(ReadContext context) {
    return LoadedData.unsplit(
        Generator.generate(
            context.datasetName(), params, new Seed(params.seed()), context.threads()));
  }
}
