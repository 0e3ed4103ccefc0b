package org.trellisrec.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;

/**
 * The usual figures of a data set.
 *
 * @param name name of the data set
 * @param users number of users, those without interactions included
 * @param items number of items, those without interactions included
 * @param interactions number of interactions
 * @param density interactions per pair of user and item
 * @param perUser interactions of the users
 * @param perItem interactions of the items; its Gini coefficient is that of popularity
 * @param minRating smallest rating; NaN without interactions
 * @param maxRating largest rating; NaN without interactions
 * @param modalities how many entities have each modality, as {@code users_with_gender}, and how
 *     many different labels they have, as {@code labels_of_users_gender}
 * @param times the first and the last timestamp, in the unit of the source; null without timestamps
 */
public record DatasetStatistics(
    String name,
    int users,
    int items,
    int interactions,
    double density,
    Distribution perUser,
    Distribution perItem,
    float minRating,
    float maxRating,
    TimeRange times,
    Map<String, Integer> modalities) {

  private static final MathContext DIGITS = new MathContext(6);

  /** The first and the last timestamp. */
  public record TimeRange(long first, long last) {}

  /** Takes one pass over the interactions. */
  public static DatasetStatistics of(Dataset data) {
    Interactions all = data.interactions();
    int[] perUser = new int[all.rows()];
    for (int user = 0; user < perUser.length; user++) {
      perUser[user] = all.count(user);
    }
    float min = all.size() == 0 ? Float.NaN : Float.POSITIVE_INFINITY;
    float max = all.size() == 0 ? Float.NaN : Float.NEGATIVE_INFINITY;
    for (int p = 0; p < all.size(); p++) {
      min = Math.min(min, all.rating(p));
      max = Math.max(max, all.rating(p));
    }
    return new DatasetStatistics(
        data.name(),
        all.rows(),
        all.columns(),
        all.size(),
        all.size() / ((double) all.rows() * all.columns()),
        Distribution.of(perUser),
        Distribution.of(all.columnCounts()),
        min,
        max,
        times(all),
        modalities(data.side()));
  }

  private static Map<String, Integer> modalities(SideInformation side) {
    Map<String, Integer> present = new LinkedHashMap<>();
    side.users().forEach((name, modality) -> count("users", name, modality, present));
    side.items().forEach((name, modality) -> count("items", name, modality, present));
    return Collections.unmodifiableMap(present);
  }

  private static void count(
      String side, String name, Modality modality, Map<String, Integer> counts) {
    counts.put("%s_with_%s".formatted(side, name), count(modality));
    modality
        .labelCount()
        .ifPresent(labels -> counts.put("labels_of_%s_%s".formatted(side, name), labels));
  }

  private static int count(Modality modality) {
    return (int) IntStream.range(0, modality.size()).filter(modality::has).count();
  }

  /** Names and values in reading order, for tables and files. */
  public Map<String, Number> toMap() {
    Map<String, Number> map = new LinkedHashMap<>();
    map.put("users", users);
    map.put("items", items);
    map.put("interactions", interactions);
    map.put("density", density);
    put(map, "per_user", perUser);
    put(map, "per_item", perItem);
    map.put("popularity_gini", perItem.gini());
    map.put("rating_min", minRating);
    map.put("rating_max", maxRating);
    if (times != null) {
      map.put("timestamp_first", times.first());
      map.put("timestamp_last", times.last());
    }
    map.putAll(modalities);
    return map;
  }

  /** The same as a table of two columns, numbers rounded to six digits. */
  public Table table() {
    return new Table(
        List.of("statistic", "value"),
        toMap().entrySet().stream()
            .map(entry -> List.of(entry.getKey(), shown(entry.getValue())))
            .toList());
  }

  /** The most important figures in one line. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%,d users, %,d items, %,d interactions, density %s, popularity Gini %s",
        users,
        items,
        interactions,
        shown(density),
        shown(perItem.gini()));
  }

  private static String shown(Number value) {
    if (value instanceof Integer || value instanceof Long) {
      return value.toString();
    }
    double number = value.doubleValue();
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros().toPlainString()
        : "";
  }

  private static void put(Map<String, Number> map, String prefix, Distribution counts) {
    map.put(prefix + "_min", counts.min());
    map.put(prefix + "_mean", counts.mean());
    map.put(prefix + "_median", counts.median());
    map.put(prefix + "_max", counts.max());
  }

  private static TimeRange times(Interactions all) {
    if (!all.hasTimestamps() || all.size() == 0) {
      return null;
    }
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int p = 0; p < all.size(); p++) {
      first = Math.min(first, all.timestamp(p));
      last = Math.max(last, all.timestamp(p));
    }
    return new TimeRange(first, last);
  }
}
