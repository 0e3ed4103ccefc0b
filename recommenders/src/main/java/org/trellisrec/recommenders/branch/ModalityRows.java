package org.trellisrec.recommenders.branch;

import com.carrotsearch.hppc.IntArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows have to be encoded so that every slot finds the modalities it is made of. A row is an
 * entity in one modality, which also stands for entities with the same value; the rows of the first
 * modality come first.
 */
final class ModalityRows {
  private static final int NONE = -1;

  private final int[][] standIns;
  private final int width;
  private final boolean shared;
  private final Numbering[] entities;
  private final IntArrayList[] uses;
  private final IntArrayList[] counts;
  private final IntArrayList slotModality = new IntArrayList();
  private final IntArrayList slotUse = new IntArrayList();

  /**
   * @param standIns for every modality and entity of the side, the entity that is encoded in its
   *     place; see {@link #standIns}
   * @param width most modalities that a slot is made of
   * @param shared true if slots with the same value of the same modality share a row, false if each
   *     has a row of its own
   */
  ModalityRows(int[][] standIns, int width, boolean shared) {
    int modalities = standIns.length;
    this.standIns = standIns;
    this.width = width;
    this.shared = shared;
    this.entities = new Numbering[modalities];
    this.uses = new IntArrayList[modalities];
    this.counts = new IntArrayList[modalities];
    for (int modality = 0; modality < modalities; modality++) {
      entities[modality] = new Numbering();
      uses[modality] = new IntArrayList();
      counts[modality] = new IntArrayList();
    }
  }

  /** For every modality and entity, the first entity with the same value. */
  static int[][] standIns(List<ModalityInput> inputs, int entities) {
    return inputs.stream().map(input -> standIns(input, entities)).toArray(int[][]::new);
  }

  private static int[] standIns(ModalityInput input, int entities) {
    Map<Object, Integer> firsts = new HashMap<>();
    int[] standIns = new int[entities];
    for (int entity = 0; entity < entities; entity++) {
      Integer first = firsts.putIfAbsent(input.value(entity), entity);
      standIns[entity] = first == null ? entity : first;
    }
    return standIns;
  }

  /** Adds a slot: an entity in these modalities, at most {@code width} of them. */
  void add(int entity, int[] modalities) {
    for (int k = 0; k < width; k++) {
      if (k < modalities.length) {
        slotModality.add(modalities[k]);
        slotUse.add(use(standIns[modalities[k]][entity], modalities[k]));
      } else {
        slotModality.add(NONE);
        slotUse.add(NONE);
      }
    }
  }

  private int use(int entity, int modality) {
    int number = entities[modality].of(entity);
    if (!shared) {
      uses[modality].add(number);
      return uses[modality].size() - 1;
    }
    if (number == counts[modality].size()) {
      counts[modality].add(0);
    }
    counts[modality].set(number, counts[modality].get(number) + 1);
    return number;
  }

  /** The distinct entities that occur in a modality, in the order of their first appearance. */
  int[] entities(int modality) {
    return entities[modality].keys();
  }

  /**
   * Without sharing, the entity of every row of a modality, as index into {@link #entities}; with
   * sharing the rows are the entities themselves, and this is empty.
   */
  int[] uses(int modality) {
    return uses[modality].toArray();
  }

  /** How many slots use each row of a modality. */
  float[] counts(int modality) {
    float[] of = new float[size(modality)];
    for (int row = 0; row < of.length; row++) {
      of[row] = shared ? counts[modality].get(row) : 1;
    }
    return of;
  }

  /** Most modalities of a slot. */
  int width() {
    return width;
  }

  /** Number of slots. */
  int slots() {
    return slotUse.size() / width;
  }

  /**
   * The rows of every slot, slots x width. Where a slot has fewer modalities its first one stands
   * in, or row 0 if it has none; see {@link #weights}.
   */
  int[] rows() {
    int[] offsets = offsets();
    int[] rows = new int[slotUse.size()];
    for (int i = 0; i < rows.length; i++) {
      int first = i - i % width;
      int at = slotUse.get(i) == NONE ? first : i;
      rows[i] = slotUse.get(at) == NONE ? 0 : offsets[slotModality.get(at)] + slotUse.get(at);
    }
    return rows;
  }

  private int size(int modality) {
    return shared ? entities[modality].size() : uses[modality].size();
  }

  private int[] offsets() {
    int[] offsets = new int[entities.length];
    int next = 0;
    for (int modality = 0; modality < entities.length; modality++) {
      offsets[modality] = next;
      next += size(modality);
    }
    return offsets;
  }

  /** 1 for every modality of a slot and 0 for those that stand in, slots x width. */
  float[] weights() {
    float[] weights = new float[slotUse.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = slotUse.get(i) == NONE ? 0 : 1;
    }
    return weights;
  }
}
