package org.trellisrec.splitters;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Vocabulary;

/** Data sets and interactions written as text, {@code user item rating time} per entry. */
public final class Tables {
  /** The rules of warm tasks by default. */
  public static final WarmRules CUSTOMARY =
      new WarmRules(HeldOut.CandidateRule.TRAIN, HeldOut.Audience.TRAINED);

  private Tables() {}

  public static Dataset dataset(String... rows) {
    TreeSet<String> users = new TreeSet<>();
    TreeSet<String> items = new TreeSet<>();
    for (String row : rows) {
      users.add(row.split(" ", -1)[0]);
      items.add(row.split(" ", -1)[1]);
    }
    return dataset(Vocabulary.of(users), Vocabulary.of(items), rows);
  }

  public static Dataset dataset(Vocabulary users, Vocabulary items, String... rows) {
    int[] userOf = new int[rows.length];
    int[] itemOf = new int[rows.length];
    float[] ratings = new float[rows.length];
    long[] times = new long[rows.length];
    boolean timed = false;
    for (int i = 0; i < rows.length; i++) {
      String[] fields = rows[i].split(" ", -1);
      userOf[i] = users.indexOf(fields[0]);
      itemOf[i] = items.indexOf(fields[1]);
      ratings[i] = fields.length > 2 ? Float.parseFloat(fields[2]) : 1f;
      times[i] = fields.length > 3 ? Long.parseLong(fields[3]) : 0;
      timed |= fields.length > 3;
    }
    Interactions interactions =
        Interactions.of(users.size(), items.size(), userOf, itemOf, ratings, timed ? times : null);
    return new Dataset("table", users, items, interactions);
  }

  /** The entries as {@code user item}, in order. */
  public static List<String> pairs(Dataset data, Interactions interactions) {
    List<String> pairs = new ArrayList<>();
    int[] rowOf = interactions.rowOfPositions();
    for (int p = 0; p < interactions.size(); p++) {
      pairs.add(data.users().id(rowOf[p]) + " " + data.items().id(interactions.column(p)));
    }
    return pairs;
  }
}
