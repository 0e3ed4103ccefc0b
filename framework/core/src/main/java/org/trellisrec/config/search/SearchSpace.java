package org.trellisrec.config.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
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
   * Where a point of the grid is. The last parameter varies fastest.
   *
   * @param index in {@code [0, gridSize)}
   * @return its position, as {@link #at} takes it
   */
  public List<Double> gridPosition(long index) {
    List<String> paths = new ArrayList<>(domains.keySet());
    Double[] position = new Double[paths.size()];
    long rest = index;
    for (int i = paths.size() - 1; i >= 0; i--) {
      if (!(domains.get(paths.get(i)) instanceof Domain.Grid grid)) {
        throw new IllegalStateException(paths.get(i) + " is continuous: there is no grid");
      }
      int size = grid.values().size();
      position[i] = (rest % size + 0.5) / size;
      rest /= size;
    }
    return List.of(position);
  }

  /**
   * The values at a position.
   *
   * @param position for every domain, in order, a number in [0, 1), see {@link Domain#at}
   * @return the value of every parameter, in order
   * @throws IllegalArgumentException if the space has another number of parameters
   */
  public Map<String, Object> at(List<Double> position) {
    if (position.size() != domains.size()) {
      throw new IllegalArgumentException(
          "%d numbers for the parameters %s".formatted(position.size(), domains.keySet()));
    }
    Map<String, Object> point = new LinkedHashMap<>();
    Iterator<Double> numbers = position.iterator();
    domains.forEach((path, domain) -> point.put(path, domain.at(numbers.next())));
    return point;
  }

  /**
   * The positions that differ from this one in one parameter, which has one of finitely many
   * values.
   */
  public List<List<Double>> variants(List<Double> position) {
    List<List<Double>> variants = new ArrayList<>();
    int parameter = 0;
    for (Domain domain : domains.values()) {
      int size = domain instanceof Domain.Grid grid ? grid.values().size() : 0;
      for (int value = 0; value < size; value++) {
        List<Double> variant = new ArrayList<>(position);
        variant.set(parameter, (value + 0.5) / size);
        variants.add(variant);
      }
      parameter++;
    }
    return variants;
  }
}
