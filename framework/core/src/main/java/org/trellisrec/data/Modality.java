package org.trellisrec.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * One kind of information about every entity of one side, by entity index. An entity may lack it;
 * each form says how absence is written.
 */
public sealed interface Modality {
  /** Number of entities. */
  int size();

  /** True if {@code entity} has this modality. */
  boolean has(int entity);

  /** Number of different labels that entities have; empty if this form has no labels. */
  default OptionalInt labelCount() {
    return OptionalInt.empty();
  }

  /** The same modality for the entities at these indices. */
  Modality select(int[] entities);

  /** The same modality, which the entities of this set lack. */
  Modality without(BitSet entities);

  /**
   * One label out of several per entity.
   *
   * @param labels the distinct labels
   * @param codes index into {@code labels} per entity, -1 where absent
   */
  record Categorical(List<String> labels, int[] codes) implements Modality {
    @Override
    public int size() {
      return codes.length;
    }

    @Override
    public boolean has(int entity) {
      return codes[entity] >= 0;
    }

    @Override
    public OptionalInt labelCount() {
      return OptionalInt.of((int) Arrays.stream(codes).filter(c -> c >= 0).distinct().count());
    }

    @Override
    public Categorical select(int[] entities) {
      return new Categorical(labels, Arrays.stream(entities).map(e -> codes[e]).toArray());
    }

    @Override
    public Categorical without(BitSet entities) {
      int[] left = codes.clone();
      entities.stream().forEach(entity -> left[entity] = -1);
      return new Categorical(labels, left);
    }
  }

  /**
   * Any number of labels per entity; an entity with none lacks the modality.
   *
   * @param labels the distinct labels
   * @param codes ascending indices into {@code labels} per entity
   */
  record MultiHot(List<String> labels, int[][] codes) implements Modality {
    @Override
    public int size() {
      return codes.length;
    }

    @Override
    public boolean has(int entity) {
      return codes[entity].length > 0;
    }

    @Override
    public OptionalInt labelCount() {
      return OptionalInt.of(
          (int) Arrays.stream(codes).flatMapToInt(Arrays::stream).distinct().count());
    }

    @Override
    public MultiHot select(int[] entities) {
      return new MultiHot(
          labels, Arrays.stream(entities).mapToObj(e -> codes[e]).toArray(int[][]::new));
    }

    @Override
    public MultiHot without(BitSet entities) {
      int[][] left = codes.clone();
      entities.stream().forEach(entity -> left[entity] = new int[0]);
      return new MultiHot(labels, left);
    }
  }

  /**
   * A vector of fixed length per entity; a single number is a vector of length 1.
   *
   * @param length length of every vector
   * @param vectors one vector per entity, null where absent; finite numbers
   * @param scaling how they are scaled before a model learns from them; {@link Scaling#NONE} in
   *     {@link TrainingData}, where that has been done
   */
  record Dense(int length, float[][] vectors, Scaling scaling) implements Modality {
    /** Vectors that are not scaled. */
    public Dense(int length, float[][] vectors) {
      this(length, vectors, Scaling.NONE);
    }

    /** The scaled vectors, scaled by what is found in the entities that pass. */
    Dense scaled(IntPredicate fitted) {
      return new Dense(length, scaling.apply(vectors, length, fitted));
    }

    @Override
    public int size() {
      return vectors.length;
    }

    @Override
    public boolean has(int entity) {
      return vectors[entity] != null;
    }

    @Override
    public Dense select(int[] entities) {
      return new Dense(
          length,
          Arrays.stream(entities).mapToObj(e -> vectors[e]).toArray(float[][]::new),
          scaling);
    }

    @Override
    public Dense without(BitSet entities) {
      float[][] left = vectors.clone();
      entities.stream().forEach(entity -> left[entity] = null);
      return new Dense(length, left, scaling);
    }
  }

  /**
   * Raw text per entity.
   *
   * @param texts one text per entity, null where absent
   */
  record Text(String[] texts) implements Modality {
    @Override
    public int size() {
      return texts.length;
    }

    @Override
    public boolean has(int entity) {
      return texts[entity] != null;
    }

    @Override
    public Text select(int[] entities) {
      return new Text(Arrays.stream(entities).mapToObj(e -> texts[e]).toArray(String[]::new));
    }

    @Override
    public Text without(BitSet entities) {
      String[] left = texts.clone();
      entities.stream().forEach(entity -> left[entity] = null);
      return new Text(left);
    }
  }
}
