package org.trellisrec.recommenders.branch;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntIntHashMap;

/** Gives keys the numbers from 0 on, in the order of their first appearance. */
final class Numbering {
  private final IntIntHashMap numbers = new IntIntHashMap();
  private final IntArrayList keys = new IntArrayList();

  /** The number of a key. */
  int of(int key) {
    int at = numbers.indexOf(key);
    if (numbers.indexExists(at)) {
      return numbers.indexGet(at);
    }
    int number = keys.size();
    numbers.indexInsert(at, key, number);
    keys.add(key);
    return number;
  }

  /** The keys by their numbers. */
  int[] keys() {
    return keys.toArray();
  }

  /** How many keys there are. */
  int size() {
    return keys.size();
  }
}
