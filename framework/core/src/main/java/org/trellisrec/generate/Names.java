package org.trellisrec.generate;

import java.util.List;
import java.util.stream.IntStream;

/** Labels and words, any number of them. */
final class Names {
  static final List<String> COMMON_WORDS =
      List.of("the", "a", "of", "and", "with", "new", "classic", "story", "edition", "for");

  private static final List<String> OCCUPATIONS =
      List.of("engineer", "teacher", "student", "artist", "doctor", "farmer", "lawyer", "clerk");
  private static final List<String> GENRES =
      List.of("drama", "comedy", "action", "romance", "horror", "fantasy", "western", "musical");
  private static final String[] SYLLABLES = {
    "ba", "do", "fi", "gu", "ka", "le", "mi", "no", "pa", "ro", "sa", "te", "vu", "wi", "yo", "zu"
  };

  private Names() {}

  static List<String> occupations(int count) {
    return names(OCCUPATIONS, count);
  }

  static List<String> genres(int count) {
    return names(GENRES, count);
  }

  /** A pronounceable word of four syllables, a different one for every pair below 256 x 256. */
  static String word(int topic, int index) {
    return SYLLABLES[topic >> 4 & 15]
        + SYLLABLES[topic & 15]
        + SYLLABLES[index >> 4 & 15]
        + SYLLABLES[index & 15];
  }

  private static List<String> names(List<String> known, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                i < known.size()
                    ? known.get(i)
                    : known.get(i % known.size()) + " " + (i / known.size() + 1))
        .toList();
  }
}
