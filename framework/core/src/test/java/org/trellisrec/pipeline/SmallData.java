package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Vocabulary;

/** Users {@code u0..}, items {@code i0..}, and interactions written as {@code "0:1 0:2 3:1"}. */
final class SmallData {
  private SmallData() {}

  static Dataset dataset(int users, int items, String pairs) {
    return new Dataset("small", ids("u", users), ids("i", items), matrix(users, items, pairs));
  }

  static Interactions matrix(int users, int items, String pairs) {
    String[] each = pairs.isEmpty() ? new String[0] : pairs.split(" ", -1);
    int[] userOf = new int[each.length];
    int[] itemOf = new int[each.length];
    for (int i = 0; i < each.length; i++) {
      String[] pair = each[i].split(":", -1);
      userOf[i] = Integer.parseInt(pair[0]);
      itemOf[i] = Integer.parseInt(pair[1]);
    }
    return Interactions.of(users, items, userOf, itemOf, null, null);
  }

  static String pairs(Interactions interactions) {
    List<String> pairs = new ArrayList<>();
    int[] rowOf = interactions.rowOfPositions();
    for (int p = 0; p < interactions.size(); p++) {
      pairs.add(rowOf[p] + ":" + interactions.column(p));
    }
    return String.join(" ", pairs);
  }

  private static Vocabulary ids(String prefix, int size) {
    return Vocabulary.of(IntStream.range(0, size).mapToObj(i -> prefix + i).toList());
  }
}
