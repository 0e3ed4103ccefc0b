package org.trellisrec.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.StringLength;

class SuggestionsTest {
  private static final List<String> KEYS =
      List.of("learning_rate", "embedding_size", "neighbors", "batch_size", "epochs");

  @Property(tries = 200)
  void aKeyWithOneLetterLostIsFound(
      @ForAll @IntRange(max = 4) int key, @ForAll @IntRange(max = 13) int place) {
    String word = KEYS.get(key);
    int lost = place % word.length();
    String typed = word.substring(0, lost) + word.substring(lost + 1);
    assertThat(Suggestions.nearest(typed, KEYS)).contains(word);
  }

  @Property(tries = 200)
  void aKeyWithTwoNeighboursSwappedIsFound(
      @ForAll @IntRange(max = 4) int key, @ForAll @IntRange(max = 12) int place) {
    String word = KEYS.get(key);
    int at = place % (word.length() - 1);
    String typed =
        word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    assertThat(Suggestions.nearest(typed, KEYS)).contains(word);
  }

  @Property(tries = 300)
  void theDistanceIsSymmetricAndBounded(
      @ForAll @LowerChars @StringLength(max = 8) String a,
      @ForAll @LowerChars @StringLength(max = 8) String b) {
    int distance = Suggestions.distance(a, b);
    assertThat(distance).isEqualTo(Suggestions.distance(b, a));
    assertThat(distance)
        .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
    assertThat(distance == 0).isEqualTo(a.equals(b));
  }

  @Example
  void theOnlyNameThatHasEveryWordIsMeant() {
    List<String> keys = List.of("print_results_as_triplets", "print_all", "triplets", "batch_size");
    assertThat(Suggestions.nearest("print_triplets", keys)).contains("print_results_as_triplets");
    assertThat(Suggestions.nearest("results", keys)).as("one word says too little").isEmpty();
    assertThat(Suggestions.nearest("a_b", List.of("a_long_b", "a_longer_b")))
        .as("several have them")
        .isEmpty();
  }

  @Example
  void whatIsFarIsListed() {
    assertThat(Suggestions.endOfMessage("temperature", List.of("k", "lr")))
        .isEqualTo("; known: k, lr");
    assertThat(Suggestions.endOfMessage("LearningRate", KEYS))
        .isEqualTo("; did you mean 'learning_rate'?");
    assertThat(Suggestions.endOfMessage("x", List.of())).isEmpty();
  }
}
