package org.trellisrec.metrics.grouped;

import java.util.Arrays;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Truth;

/** A list as one group of items sees it. Reused from list to list. */
final class GroupView implements RankedList {
  private final Groups groups;
  private final boolean keepsItems;
  private final GroupTruth truth;
  private RankedList list;
  private int group;
  private int[] ranks = new int[16];
  private int size;
  private int hits;
  private int firstHit;

  /**
   * A view without a list.
   *
   * @param groups those of the items
   * @param keepsItems true if only the items of the group are seen; false if the other items are
   *     seen too, but as not relevant
   */
  GroupView(Groups groups, boolean keepsItems) {
    this.groups = groups;
    this.keepsItems = keepsItems;
    this.truth = new GroupTruth(groups);
  }

  /** Turns to a list and a group. */
  void load(RankedList nextList, int nextGroup) {
    list = nextList;
    group = nextGroup;
    truth.load(list.truth(), group);
    if (ranks.length < list.size()) {
      ranks = new int[list.size()];
    }
    size = 0;
    hits = 0;
    firstHit = -1;
    for (int rank = 0; rank < list.size(); rank++) {
      boolean own = groups.contains(group, list.item(rank));
      if (own || !keepsItems) {
        if (own && list.isRelevant(rank)) {
          firstHit = hits == 0 ? size : firstHit;
          hits++;
        }
        ranks[size++] = rank;
      }
    }
  }

  @Override
  public int user() {
    return list.user();
  }

  @Override
  public int cutoff() {
    return list.cutoff();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int item(int rank) {
    return list.item(ranks[rank]);
  }

  @Override
  public double score(int rank) {
    return list.score(ranks[rank]);
  }

  @Override
  public boolean isRelevant(int rank) {
    return list.isRelevant(ranks[rank]) && groups.contains(group, item(rank));
  }

  @Override
  public float rating(int rank) {
    return isRelevant(rank) ? list.rating(ranks[rank]) : Float.NaN;
  }

  @Override
  public int hits() {
    return hits;
  }

  @Override
  public int firstHit() {
    return firstHit;
  }

  @Override
  public Truth truth() {
    return truth;
  }

  /** The relevant items of a user that are in the group. */
  private static final class GroupTruth implements Truth {
    private final Groups groups;
    private Truth truth;
    private int[] indices = new int[16];
    private float[] ordered = new float[16];
    private int size;

    GroupTruth(Groups groups) {
      this.groups = groups;
    }

    void load(Truth next, int group) {
      truth = next;
      size = 0;
      if (indices.length < next.size()) {
        indices = new int[next.size()];
        ordered = new float[next.size()];
      }
      for (int i = 0; i < next.size(); i++) {
        if (groups.contains(group, next.item(i))) {
          ordered[size] = next.rating(i);
          indices[size++] = i;
        }
      }
      Arrays.sort(ordered, 0, size);
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public int item(int index) {
      return truth.item(indices[index]);
    }

    @Override
    public float rating(int index) {
      return truth.rating(indices[index]);
    }

    @Override
    public float idealRating(int place) {
      return ordered[size - 1 - place];
    }

    @Override
    public int rank(int index) {
      return truth.rank(indices[index]);
    }

    @Override
    public double meanRank(int index) {
      return truth.meanRank(indices[index]);
    }

    @Override
    public double score(int index) {
      return truth.score(indices[index]);
    }

    @Override
    public int candidates() {
      return truth.candidates();
    }
  }
}
