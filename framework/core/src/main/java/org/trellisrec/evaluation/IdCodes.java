package org.trellisrec.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.data.Vocabulary;

/** Numbers ids by first appearance while files are read. */
final class IdCodes {
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> ids = new ArrayList<>();

  int code(String id) {
    Integer known = codes.putIfAbsent(id, ids.size());
    if (known == null) {
      ids.add(id);
      return ids.size() - 1;
    }
    return known;
  }

  int size() {
    return ids.size();
  }

  Vocabulary vocabulary() {
    return Vocabulary.of(ids);
  }

  /** The index of every code in the vocabulary. */
  int[] indices(Vocabulary vocabulary) {
    return ids.stream().mapToInt(vocabulary::indexOf).toArray();
  }
}
