package org.trellisrec.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.trellisrec.spi.EmbeddedSide;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;

/**
 * The vectors of some entities, a cloud of points for each modality.
 *
 * @param modalities names
 * @param entities ids
 * @param vectors by modality and entity; null where an entity lacks a modality
 */
record ModalityClouds(List<String> modalities, List<String> entities, float[][][] vectors) {
  /** The sides of models that have several modalities. */
  static List<EmbeddedSide> multimodal(FinishedRun run) {
    List<EmbeddedSide> sides =
        run.embeddings().stream().filter(side -> side.modalities().size() > 1).toList();
    if (sides.isEmpty()) {
      throw new InputException(
          "no model of %s has more than one modality of users or of items; declare side_information and"
              + " name modalities in the model",
          run.folder());
    }
    return sides;
  }

  /** All entities that a side has vectors of. */
  static ModalityClouds of(EmbeddedSide side) {
    List<Map<String, float[]>> byModality = side.modalities().stream().map(side::vectors).toList();
    Set<String> ids = new LinkedHashSet<>();
    byModality.forEach(vectors -> ids.addAll(vectors.keySet()));
    List<String> entities = List.copyOf(ids);
    float[][][] clouds =
        byModality.stream()
            .map(vectors -> entities.stream().map(vectors::get).toArray(float[][]::new))
            .toArray(float[][][]::new);
    return new ModalityClouds(List.copyOf(side.modalities()), entities, clouds);
  }

  /** At most so many of the entities, drawn at random, in the same order. */
  ModalityClouds sample(int most, Seed seed) {
    if (entities.size() <= most) {
      return this;
    }
    int[] drawn = new PermutationSampler(seed.rng(), entities.size(), most).sample();
    Arrays.sort(drawn);
    return select(drawn);
  }

  /** Those of the entities, by index. */
  ModalityClouds select(int[] indices) {
    float[][][] some = new float[vectors.length][indices.length][];
    for (int m = 0; m < some.length; m++) {
      for (int i = 0; i < indices.length; i++) {
        some[m][i] = vectors[m][indices[i]];
      }
    }
    List<String> ids = Arrays.stream(indices).mapToObj(entities::get).toList();
    return new ModalityClouds(modalities, ids, some);
  }

  /** The points of all clouds, one modality after the other. */
  List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (int m = 0; m < vectors.length; m++) {
      int modality = m;
      IntStream.range(0, entities.size())
          .filter(i -> vectors[modality][i] != null)
          .forEach(i -> points.add(new Point(modality, i, vectors[modality][i])));
    }
    return Collections.unmodifiableList(points);
  }

  /**
   * One vector.
   *
   * @param modality index of the modality
   * @param entity index of the entity
   * @param vector the vector
   */
  record Point(int modality, int entity, float[] vector) {}
}
