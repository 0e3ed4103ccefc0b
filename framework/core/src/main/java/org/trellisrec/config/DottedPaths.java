package org.trellisrec.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values inside of maps inside of maps. */
final class DottedPaths {
  private DottedPaths() {}

  /** Sets the value at a dotted path; maps on the way are copied, not changed. */
  static void put(Map<String, Object> values, String path, Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      values.put(path, value);
      return;
    }
    String head = path.substring(0, dot);
    Map<String, Object> group = new LinkedHashMap<>();
    if (values.get(head) instanceof Map<?, ?> old) {
      old.forEach((key, inner) -> group.put(key.toString(), inner));
    }
    put(group, path.substring(dot + 1), value);
    values.put(head, group);
  }
}
