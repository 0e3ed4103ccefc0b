package org.trellisrec.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  @Test
  void ordersIntegersByValue() {
    assertThat(ids(Vocabulary.of(List.of("10", "9", "-5", "0", "5000000000"))))
        .containsExactly("-5", "0", "9", "10", "5000000000");
  }

  @Test
  void ordersOtherIdsByBytes() {
    assertThat(
            ids(
                Vocabulary.of(
                    List.of("10", "9", "09", "é", "longer than eight b", "longer than eight a"))))
        .containsExactly("09", "10", "9", "longer than eight a", "longer than eight b", "é");
  }

  @Test
  void selectionKeepsTheOrderEvenIfOnlyIntegersRemain() {
    Vocabulary all = Vocabulary.of(List.of("10", "9", "x"));

    Vocabulary selected = all.select(new int[] {0, 1});

    assertThat(ids(selected)).containsExactly("10", "9");
    assertThat(selected.indexOf("9")).isEqualTo(1);
    assertThat(selected.indexOf("x")).isEqualTo(-1);
  }

  @Test
  void refusesAnIdTwice() {
    assertThatThrownBy(() -> Vocabulary.of(List.of("a", "b", "a")))
        .hasMessage("the id 'a' occurs twice");
    assertThatThrownBy(() -> Vocabulary.of(List.of("7", "7")))
        .hasMessage("the id '7' occurs twice");
  }

  @Property(tries = 200)
  void findsEveryIdAndNoOther(@ForAll @Size(max = 50) Set<String> ids, @ForAll String other) {
    Vocabulary vocabulary = Vocabulary.of(ids);
    List<String> valid =
        ids.stream().map(id -> new String(utf8(id), StandardCharsets.UTF_8)).sorted().toList();

    assertThat(ids(vocabulary)).containsExactlyInAnyOrderElementsOf(valid);
    for (String id : valid) {
      assertThat(vocabulary.id(vocabulary.indexOf(id))).isEqualTo(id);
    }
    assertThat(vocabulary.indexOf(other) >= 0).isEqualTo(valid.contains(other));
  }

  @Property(tries = 100)
  void integersKeepTheirOrder(@ForAll @Size(max = 50) Set<Integer> numbers) {
    Vocabulary vocabulary = Vocabulary.of(numbers.stream().map(String::valueOf).toList());

    assertThat(ids(vocabulary))
        .isEqualTo(
            numbers.stream().sorted(Comparator.naturalOrder()).map(String::valueOf).toList());
  }

  private static byte[] utf8(String id) {
    return id.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> ids(Vocabulary vocabulary) {
    return new ArrayList<>(IntStream.range(0, vocabulary.size()).mapToObj(vocabulary::id).toList());
  }
}
