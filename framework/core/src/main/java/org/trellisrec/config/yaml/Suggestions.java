package org.trellisrec.config.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the name that was probably meant. */
public final class Suggestions {
  private static final int LETTERS_PER_TYPO = 3;
  private static final int LIST_LIMIT = 40;

  private Suggestions() {}

  /**
   * The end of a message about an unknown name: {@code ; did you mean 'x'?} if a known name is
   * near, else the list of known names.
   */
  public static String endOfMessage(String wrong, Collection<String> known) {
    if (known.isEmpty()) {
      return "";
    }
    return nearest(wrong, known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElseGet(() -> "; known: " + listed(known));
  }

  /**
   * The known name nearest to {@code wrong}, if it is near: at most one typing error in three
   * letters, by the optimal string alignment distance. Case, {@code _}, {@code -} and {@code .} do
   * not count. Of equally near names the first in alphabetical order wins. Where none is near, it
   * is the only one that has every word of {@code wrong}, if these are at least two.
   */
  public static Optional<String> nearest(String wrong, Collection<String> known) {
    String given = normal(wrong);
    return known.stream()
        .filter(name -> isNear(given, normal(name)))
        .min(
            Comparator.comparingInt((String name) -> distance(given, normal(name)))
                .thenComparing(Comparator.naturalOrder()))
        .or(() -> longer(wrong, known));
  }

  private static Optional<String> longer(String wrong, Collection<String> known) {
    Set<String> words = words(wrong);
    List<String> longer =
        known.stream().distinct().filter(name -> words(name).containsAll(words)).toList();
    return words.size() > 1 && longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
  }

  private static Set<String> words(String name) {
    return Set.copyOf(List.of(name.toLowerCase(Locale.ROOT).split("[_\\-. ]+", -1)));
  }

  private static boolean isNear(String given, String name) {
    int length = Math.max(given.length(), name.length());
    return distance(given, name) <= Math.max(1, length / LETTERS_PER_TYPO)
        && distance(given, name) < length;
  }

  private static String listed(Collection<String> known) {
    String names = String.join(", ", known.stream().limit(LIST_LIMIT).toList());
    return known.size() > LIST_LIMIT ? names + ", ..." : names;
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_\\-. ]", "");
  }

  /** Insertions, deletions, substitutions and swaps of neighbours between two words. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(int[][] d, String a, String b, int i, int j) {
    int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + substitution);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
