package org.trellisrec.recommenders.branch;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Which of its modalities represent an entity in one slot of a training batch. Slots are drawn
 * independently.
 *
 * @param most how many modalities, drawn uniformly without replacement; 0 for all there are
 * @param central index of a modality that is drawn in any case if the entity has it, -1 for none
 * @param dropout share of slots in which each modality is left out, drawn independently; where all
 *     would be left out, none is
 */
record ModalityDraw(int most, int central, double[] dropout) {
  /** Number of modalities of a slot at most, out of so many. */
  int width(int modalities) {
    return most == 0 ? modalities : Math.min(most, modalities);
  }

  /**
   * Draws.
   *
   * @param available the modalities that the entity has; the order of the array may change
   */
  int[] of(int[] available, UniformRandomProvider random) {
    int[] left = kept(available, random);
    int size = width(left.length);
    if (most == 0) {
      return left;
    }
    for (int k = 0; k < size; k++) {
      int chosen = k == 0 ? centralOr(left, random) : k + random.nextInt(left.length - k);
      int swap = left[k];
      left[k] = left[chosen];
      left[chosen] = swap;
    }
    return Arrays.copyOf(left, size);
  }

  private int centralOr(int[] left, UniformRandomProvider random) {
    for (int i = 0; i < left.length; i++) {
      if (left[i] == central) {
        return i;
      }
    }
    return left.length == 0 ? 0 : random.nextInt(left.length);
  }

  private int[] kept(int[] available, UniformRandomProvider random) {
    int[] left = new int[available.length];
    int size = 0;
    for (int modality : available) {
      if (dropout[modality] == 0 || random.nextDouble() >= dropout[modality]) {
        left[size++] = modality;
      }
    }
    return size == 0 ? available : Arrays.copyOf(left, size);
  }
}
