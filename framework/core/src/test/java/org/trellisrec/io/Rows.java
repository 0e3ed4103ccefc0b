package org.trellisrec.io;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;

/** Interactions as text, one line each: user item rating timestamp. */
final class Rows {
  private Rows() {}

  static List<String> of(Dataset data) {
    return of(data, data.interactions());
  }

  static List<String> of(Dataset data, Interactions interactions) {
    List<String> rows = new ArrayList<>();
    for (int user = 0; user < interactions.rows(); user++) {
      for (int p = interactions.start(user); p < interactions.end(user); p++) {
        String row = data.users().id(user) + " " + data.items().id(interactions.column(p));
        row += " " + interactions.rating(p);
        rows.add(interactions.hasTimestamps() ? row + " " + interactions.timestamp(p) : row);
      }
    }
    return rows;
  }
}
