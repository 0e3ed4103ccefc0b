package org.trellisrec.fetch;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trellisrec.spi.InputException;

/** The data sets that can be fetched by name. */
public final class PublicDatasets {
  private static final String GROUPLENS = "https://files.grouplens.org/datasets/movielens/";
  private static final String LICENCE =
      "MovieLens data of GroupLens Research, University of Minnesota. For research use: no"
          + " endorsement may be implied, the data may not be redistributed without permission nor"
          + " used commercially without it, and publications cite Harper and Konstan, The MovieLens"
          + " Datasets: History and Context, ACM TiiS 5(4), 2015, DOI 10.1145/2827872. The README in"
          + " the archive has the exact terms.";
  private static final String CSV_HINT = "ratings.csv: format: {separator: comma, header: true}";

  private static final List<PublicDataset> ALL =
      List.of(
          movieLens("100k", "u.data: separator tab, no header"),
          movieLens("1m", "ratings.dat: format: {separator: '::', encoding: latin1}"),
          movieLens("10m", "ratings.dat: format: {separator: '::'}"),
          movieLens("20m", CSV_HINT),
          movieLens("25m", CSV_HINT),
          movieLens("32m", CSV_HINT),
          movieLens("latest-small", CSV_HINT));

  private PublicDatasets() {}

  /** Every data set. */
  public static List<PublicDataset> all() {
    return ALL;
  }

  /**
   * The data set of this name, whatever its case.
   *
   * @throws InputException if there is none
   */
  public static PublicDataset named(String name) {
    return ALL.stream()
        .filter(known -> known.name().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "no public data set '%s' is known; there are %s",
                    name, ALL.stream().map(PublicDataset::name).collect(Collectors.joining(", "))));
  }

  private static PublicDataset movieLens(String size, String hint) {
    URI archive = URI.create(GROUPLENS + "ml-" + size + ".zip");
    return new PublicDataset(
        "movielens-" + size, archive, URI.create(archive + ".md5"), LICENCE, hint);
  }
}
