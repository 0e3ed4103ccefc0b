package org.trellisrec.config.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a search may vary.
 *
 * @param domains by parameter, in the order in which the params record declares them, whatever the
 *     order in the file; a parameter in a group has a dotted path
 */
public record SearchSpace(Map<String, Domain> domains) {
  /** Nothing to vary. */
  public static final SearchSpace NONE = new SearchSpace(Map.of());

  /** Keeps its own copy. */
  public SearchSpace {
    domains = Collections.unmodifiableMap(new LinkedHashMap<>(domains));
  }

  /** True if there is nothing to vary. */
  public boolean isEmpty() {
    return domains.isEmpty();
  }

  /**
   * Number of points of the grid: the product of the sizes of all domains, 1 if there is nothing to
   * vary, and nothing if a domain is continuous.
   */
  public OptionalLong gridSize() {
    long size = 1;
    for (Domain domain : domains.values()) {
      if (!(domain instanceof Domain.Grid grid)) {
        return OptionalLong.empty();
      }
      size = Math.multiplyExact(size, (long) grid.values().size());
    }
    return OptionalLong.of(size);
  }

  /**
   * A point of the grid. The last parameter varies fastest.
   *
   * @param index in {@code [0, gridSize)}
   * @return the value of every parameter, in order
   */
  public Map<String, Object> gridPoint(long index) {
    List<String> paths = new ArrayList<>(domains.keySet());
    Map<String, Object> reversed = new LinkedHashMap<>();
    long rest = index;
    for (int i = paths.size() - 1; i >= 0; i--) {
      if (!(domains.get(paths.get(i)) instanceof Domain.Grid grid)) {
        throw new IllegalStateException(paths.get(i) + " is continuous: there is no grid");
      }
      reversed.put(paths.get(i), grid.values().get((int) (rest % grid.values().size())));
      rest /= grid.values().size();
    }
    Map<String, Object> point = new LinkedHashMap<>();
    paths.forEach(path -> point.put(path, reversed.get(path)));
    return point;
  }
}
