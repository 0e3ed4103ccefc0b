package org.trellisrec.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DuplicatesTest {
  private static final int[] ROWS = {0, 0, 1, 0, 0};
  private static final int[] COLUMNS = {1, 0, 1, 1, 1};
  private static final float[] RATINGS = {1, 9, 9, 2, 6};

  @Test
  void goesByOrderWithoutTimestamps() {
    Interactions entries = Interactions.of(2, 2, ROWS, COLUMNS, RATINGS, null);

    Duplicates.Result first = Duplicates.resolve(entries, Duplicates.Keep.FIRST);
    Duplicates.Result last = Duplicates.resolve(entries, Duplicates.Keep.LAST);
    Duplicates.Result mean = Duplicates.resolve(entries, Duplicates.Keep.MEAN);

    assertThat(first.removed()).isEqualTo(2);
    assertThat(first.interactions().size()).isEqualTo(3);
    assertThat(ratingOfPair(first)).isEqualTo(1f);
    assertThat(ratingOfPair(last)).isEqualTo(6f);
    assertThat(ratingOfPair(mean)).isEqualTo(3f);
    assertThat(mean.interactions().rating(0)).isEqualTo(9f);
  }

  @Test
  void goesByTimeWithTimestamps() {
    long[] times = {50, 0, 0, 70, 60};
    Interactions entries = Interactions.of(2, 2, ROWS, COLUMNS, RATINGS, times);

    assertThat(ratingOfPair(Duplicates.resolve(entries, Duplicates.Keep.FIRST))).isEqualTo(1f);
    assertThat(ratingOfPair(Duplicates.resolve(entries, Duplicates.Keep.LAST))).isEqualTo(2f);
    Interactions mean = Duplicates.resolve(entries, Duplicates.Keep.MEAN).interactions();
    assertThat(mean.rating(1)).isEqualTo(3f);
    assertThat(mean.timestamp(1)).isEqualTo(70);
  }

  @Test
  void leavesDistinctEntriesAlone() {
    Interactions entries =
        Interactions.of(1, 2, new int[] {0, 0}, new int[] {1, 0}, new float[] {3, 4}, null);

    Duplicates.Result result = Duplicates.resolve(entries, Duplicates.Keep.MEAN);

    assertThat(result.interactions()).isSameAs(entries);
    assertThat(result.removed()).isZero();
  }

  private static float ratingOfPair(Duplicates.Result result) {
    return result.interactions().rating(1);
  }
}
