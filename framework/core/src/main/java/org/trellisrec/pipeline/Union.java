package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;

/** All interactions that occur anywhere in some splits, each pair once. */
final class Union {
  private Union() {}

  static Interactions of(List<Split> splits) {
    Interactions all = null;
    for (Interactions part : parts(splits)) {
      all = all == null ? part : all.plus(new Except(part, all).interactions());
    }
    return all;
  }

  private static List<Interactions> parts(List<Split> splits) {
    List<Interactions> parts = new ArrayList<>();
    for (Split split : splits) {
      parts.add(split.train());
      for (EvalTask task : split.tasks()) {
        parts.add(task.truth());
        parts.add(task.history());
      }
    }
    return parts;
  }
}
