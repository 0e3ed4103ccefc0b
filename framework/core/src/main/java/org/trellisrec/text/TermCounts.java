package org.trellisrec.text;

import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each word occurs in each text.
 *
 * @param terms the distinct words, in the order of their first occurrence
 * @param counts per text the words that occur and how often
 */
record TermCounts(List<String> terms, List<Row> counts) {
  /**
   * One text.
   *
   * @param terms ascending indices of its distinct words
   * @param counts how often each occurs
   */
  record Row(int[] terms, int[] counts) {}

  static TermCounts of(String[] texts, Words words) {
    Map<String, Integer> index = new HashMap<>();
    List<String> terms = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    IntArrayList text = new IntArrayList();
    words.forEach(
        texts,
        word -> {
          if (word == null) {
            rows.add(row(text.toArray()));
            text.clear();
            return;
          }
          Integer known = index.putIfAbsent(word, terms.size());
          if (known == null) {
            terms.add(word);
          }
          text.add(known == null ? terms.size() - 1 : known);
        });
    return new TermCounts(terms, rows);
  }

  private static Row row(int[] occurrences) {
    int[] distinct = Arrays.stream(occurrences).distinct().sorted().toArray();
    int[] counts = new int[distinct.length];
    for (int term : occurrences) {
      counts[Arrays.binarySearch(distinct, term)]++;
    }
    return new Row(distinct, counts);
  }

  /** Number of texts that each word occurs in. */
  int[] documents() {
    int[] documents = new int[terms.size()];
    counts.forEach(row -> Arrays.stream(row.terms()).forEach(term -> documents[term]++));
    return documents;
  }
}
