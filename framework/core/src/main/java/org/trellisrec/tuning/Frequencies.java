package org.trellisrec.tuning;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.config.search.Domain;

/**
 * How often each of finitely many values occurred, each counted once more, since none is
 * impossible.
 *
 * @param positions where values occurred
 * @param values how many there are, all equally likely before the first occurred
 */
record Frequencies(List<Double> positions, int values) implements Estimate {
  @Override
  public double draw(UniformRandomProvider random) {
    int index = random.nextInt(positions.size() + values);
    return index < positions.size() ? positions.get(index) : random.nextDouble();
  }

  @Override
  public double at(Domain.Cell cell) {
    long count = positions.stream().filter(u -> cell.from() <= u && u < cell.to()).count();
    return (count + 1.0) / (positions.size() + values);
  }
}
