package org.trellisrec.recommenders.neighbors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.recommenders.math.SparseRows;
import org.trellisrec.recommenders.modalities.ContentNames;
import org.trellisrec.spi.InputException;

/**
 * The side information of the entities of one side as vectors to compare: those of the modalities
 * side by side, each scaled to length 1, so that all count the same whatever their units; where
 * sets are compared, 1 for every label. An entity without a modality has zeros there.
 */
final class AttributeRows {
  private final EntitySide side;
  private final int entities;
  private final List<Block> blocks;
  private final int width;
  private final boolean weighted;

  /**
   * For these parameters.
   *
   * @param entities how many there are
   * @param trained true for an entity with training interactions, whose labels are counted
   */
  AttributeRows(
      EntitySide side,
      AttributeParams params,
      SideInformation information,
      int entities,
      IntPredicate trained) {
    this.side = side;
    this.entities = entities;
    this.blocks = new ArrayList<>();
    Map<String, Modality> known = side.modalities(information);
    int first = 0;
    for (String name : names(side, params, information)) {
      Modality modality = known.get(name);
      float[] weights = new float[width(modality)];
      Arrays.fill(weights, 1f);
      if (params.profile() == AttributeParams.Profile.TFIDF
          && !(modality instanceof Modality.Dense)) {
        weights = inverseFrequency(modality, trained);
      }
      blocks.add(new Block(name, first, weights));
      first += weights.length;
    }
    this.width = first;
    this.weighted = !params.similarity().ofSets();
  }

  /**
   * A modality.
   *
   * @param first its first column
   * @param weights of its columns
   */
  private record Block(String name, int first, float[] weights) {}

  /** The modalities to compare: those that are named, or all labels and vectors. */
  private static List<String> names(
      EntitySide side, AttributeParams params, SideInformation information) {
    return params.modalities().isEmpty()
        ? side.modalities(information).entrySet().stream()
            .filter(each -> obstacle(each.getValue()) == null)
            .map(Map.Entry::getKey)
            .toList()
        : params.modalities();
  }

  /**
   * Checks that there is something to compare.
   *
   * @throws InputException naming what does not exist or cannot be compared, and what there is
   */
  static void check(EntitySide side, AttributeParams params, SideInformation information) {
    Map<String, Modality> known = side.modalities(information);
    List<String> names = names(side, params, information);
    if (names.isEmpty() && !known.isEmpty()) {
      throw new InputException(
          "no side information of %s can be compared (%s); declare labels or vectors",
          side, String.join(", ", known.keySet()));
    }
    for (String name : ContentNames.of(side, names, information)) {
      Modality modality = known.get(name);
      if (obstacle(modality) != null) {
        throw new InputException(
            "modality '%s' of %s %s; leave it out, or read it as a category",
            name, side, obstacle(modality));
      }
      if (modality instanceof Modality.Dense && params.similarity().ofSets()) {
        throw new InputException(
            "similarity '%s' compares sets, but modality '%s' of %s has numbers; use cosine, dot or"
                + " euclidean, or leave it out",
            params.similarity().word(), name, side);
      }
    }
  }

  /** What is left out unless it is named, with the reason. */
  static List<String> leftOut(
      EntitySide side, AttributeParams params, SideInformation information) {
    return params.modalities().isEmpty()
        ? side.modalities(information).entrySet().stream()
            .filter(each -> obstacle(each.getValue()) != null)
            .map(each -> "%s.%s %s".formatted(side, each.getKey(), obstacle(each.getValue())))
            .toList()
        : List.of();
  }

  /** Why a modality cannot be compared, null if it can. */
  private static String obstacle(Modality modality) {
    if (modality instanceof Modality.Text) {
      return "is raw text, which has to be turned into vectors where it is read";
    }
    return modality instanceof Modality.Dense dense && dense.length() == 1
        ? "is a single number, which has no direction to compare"
        : null;
  }

  /** True if this modality is compared. */
  boolean uses(String modality) {
    return blocks.stream().anyMatch(block -> block.name.equals(modality));
  }

  /**
   * The vectors of all entities.
   *
   * @param visible the side information, from which some may be missing
   */
  SparseRows of(SideInformation visible) {
    Map<String, Modality> known = side.modalities(visible);
    int[][] column = new int[entities][];
    float[][] value = new float[entities][];
    long total = 0;
    int[] columns = new int[width];
    float[] values = new float[width];
    for (int entity = 0; entity < entities; entity++) {
      int size = 0;
      for (Block block : blocks) {
        int end = write(block, known.get(block.name), entity, columns, values, size);
        if (weighted) {
          scale(values, size, end);
        }
        size = end;
      }
      total += size;
      requireFit(total, entity, entities);
      column[entity] = Arrays.copyOf(columns, size);
      value[entity] = Arrays.copyOf(values, size);
    }
    return SparseRows.of(width, column, value);
  }

  private void requireFit(long total, int entity, int entities) {
    if (total > Integer.MAX_VALUE - 8) {
      throw new InputException(
          "the side information of %s of the %d %s alone is more than %d numbers, which is the most that"
              + " can be compared; name fewer or shorter modalities",
          entity + 1, entities, side, Integer.MAX_VALUE - 8);
    }
  }

  /** Writes what an entity has of a modality from a place on, and returns the next place. */
  private static int write(
      Block block, Modality modality, int entity, int[] columns, float[] values, int from) {
    int next = from;
    if (modality.has(entity)) {
      float[] vector = modality instanceof Modality.Dense dense ? dense.vectors()[entity] : null;
      for (int term : terms(modality, entity)) {
        float value = vector == null ? block.weights[term] : vector[term];
        if (value != 0) {
          columns[next] = block.first + term;
          values[next++] = value;
        }
      }
    }
    return next;
  }

  private static void scale(float[] values, int from, int to) {
    double squares = 0;
    for (int p = from; p < to; p++) {
      squares += (double) values[p] * values[p];
    }
    double length = Math.sqrt(squares);
    for (int p = from; p < to; p++) {
      values[p] = (float) (values[p] / length);
    }
  }

  private static float[] inverseFrequency(Modality modality, IntPredicate trained) {
    int[] counts = new int[width(modality)];
    int described = 0;
    for (int entity = 0; entity < modality.size(); entity++) {
      if (trained.test(entity) && modality.has(entity)) {
        described++;
        for (int term : terms(modality, entity)) {
          counts[term]++;
        }
      }
    }
    float[] weights = new float[counts.length];
    for (int term = 0; term < weights.length; term++) {
      weights[term] = counts[term] == 0 ? 0 : (float) Math.log((double) described / counts[term]);
    }
    return weights;
  }

  private static int width(Modality modality) {
    if (modality instanceof Modality.Categorical one) {
      return one.labels().size();
    }
    if (modality instanceof Modality.MultiHot several) {
      return several.labels().size();
    }
    return ((Modality.Dense) modality).length();
  }

  /** The columns, ascending, where an entity that has a modality may have something. */
  private static int[] terms(Modality modality, int entity) {
    if (modality instanceof Modality.Categorical one) {
      return new int[] {one.codes()[entity]};
    }
    if (modality instanceof Modality.MultiHot several) {
      return several.codes()[entity];
    }
    return IntStream.range(0, ((Modality.Dense) modality).length()).toArray();
  }
}
