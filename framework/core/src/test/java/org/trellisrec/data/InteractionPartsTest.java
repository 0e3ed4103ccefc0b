package org.trellisrec.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InteractionPartsTest {
  @Property(tries = 200)
  void givesTheSameAsCoordinates(
      @ForAll @IntRange(min = 0, max = 60) int size,
      @ForAll @IntRange(min = 1, max = 5) int parts,
      @ForAll @IntRange(min = 1, max = 4) int threads,
      @ForAll @IntRange(min = 1, max = 400) int distinctRatings,
      @ForAll boolean wideTimes,
      @ForAll Random random) {
    int[] rows = random.ints(size, 0, 4).toArray();
    int[] columns = random.ints(size, 0, 6).toArray();
    float[] ratings = new float[size];
    long[] times = random.longs(size, 0, wideTimes ? 1L << 50 : 100).toArray();
    for (int i = 0; i < size; i++) {
      ratings[i] = random.nextInt(distinctRatings);
    }

    Interactions assembled =
        InteractionParts.assemble(4, 6, cut(parts, rows, columns, ratings, times), threads);

    assertThat(shown(assembled))
        .isEqualTo(shown(Interactions.of(4, 6, rows, columns, ratings, times)));
  }

  @Property(tries = 3)
  void switchesToPlainRatingsBeyondThePalette(@ForAll @IntRange(min = 1, max = 3) int threads) {
    int size = 1000;
    int[] rows = new int[size];
    int[] columns = IntStream.range(0, size).map(i -> size - 1 - i).toArray();
    float[] ratings = new float[size];
    for (int i = 0; i < size; i++) {
      ratings[i] = i;
    }

    Interactions assembled =
        InteractionParts.assemble(
            1, size, cut(10, rows, columns, ratings, new long[size]), threads);

    assertThat(IntStream.range(0, size).allMatch(p -> assembled.rating(p) == size - 1 - p))
        .isTrue();
  }

  private static List<InteractionParts.Part> cut(
      int parts, int[] rows, int[] columns, float[] ratings, long[] times) {
    int[] reversedRows = {3, 2, 1, 0};
    int[] same = IntStream.range(0, Math.max(6, rows.length)).toArray();
    List<InteractionParts.Part> cut = new ArrayList<>();
    for (int p = 0; p < parts; p++) {
      int from = rows.length * p / parts;
      int to = rows.length * (p + 1) / parts;
      cut.add(
          new InteractionParts.Part(
              Arrays.stream(rows, from, to).map(row -> 3 - row).toArray(),
              Arrays.copyOfRange(columns, from, to),
              reversedRows,
              same,
              FloatColumn.of(Arrays.copyOfRange(ratings, from, to)),
              LongColumn.of(Arrays.copyOfRange(times, from, to))));
    }
    return cut;
  }

  private static List<String> shown(Interactions interactions) {
    List<String> shown = new ArrayList<>();
    for (int row = 0; row < interactions.rows(); row++) {
      for (int p = interactions.start(row); p < interactions.end(row); p++) {
        shown.add(
            "%d %d %s %d"
                .formatted(
                    row,
                    interactions.column(p),
                    interactions.rating(p),
                    interactions.timestamp(p)));
      }
    }
    return shown;
  }
}
