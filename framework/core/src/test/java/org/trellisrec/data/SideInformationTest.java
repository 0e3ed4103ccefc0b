package org.trellisrec.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SideInformationTest {
  private static final SideInformation SIDE =
      new SideInformation(
          Map.of("gender", new Modality.Categorical(List.of("F", "M"), new int[] {0, 1})),
          Map.of(
              "genres", new Modality.MultiHot(List.of("A"), new int[][] {{0}, {0}}),
              "vector", new Modality.Dense(1, new float[][] {{1}, {2}}),
              "text", new Modality.Text(new String[] {"one", "two"})));

  @Test
  void whatIsHiddenIsLacking() {
    BitSet second = BitSet.valueOf(new long[] {0b10});
    VisibleModalities visible =
        new VisibleModalities(
            Map.of("gender", second), Map.of("genres", second, "vector", second, "text", second));

    SideInformation left = SIDE.without(visible);

    for (Modality modality : left.items().values()) {
      assertThat(modality.has(0)).isTrue();
      assertThat(modality.has(1)).isFalse();
    }
    assertThat(left.users().get("gender").has(1)).isFalse();
    assertThat(SIDE.users().get("gender").has(1)).isTrue();
  }

  @Test
  void visibilityIsPerEntityAndModality() {
    VisibleModalities visible =
        new VisibleModalities(
            Map.of(VisibleModalities.INTERACTIONS, BitSet.valueOf(new long[] {0b1})), Map.of());

    assertThat(visible.ofUser(VisibleModalities.INTERACTIONS, 0)).isFalse();
    assertThat(visible.ofUser(VisibleModalities.INTERACTIONS, 1)).isTrue();
    assertThat(visible.ofItem(VisibleModalities.INTERACTIONS, 0)).isTrue();
  }

  @Test
  void whoseInteractionsAreHiddenHasNoTrainedVector() {
    BitSet first = BitSet.valueOf(new long[] {0b01});
    BitSet second = BitSet.valueOf(new long[] {0b10});
    VisibleModalities visible =
        new VisibleModalities(
                Map.of("gender", first),
                Map.of(VisibleModalities.INTERACTIONS, first, VisibleModalities.ID, second))
            .withoutIds();

    assertThat(visible.ofItem(VisibleModalities.ID, 0)).isFalse();
    assertThat(visible.ofItem(VisibleModalities.ID, 1)).isFalse();
    assertThat(visible.ofItem(VisibleModalities.INTERACTIONS, 1)).isTrue();
    assertThat(visible.ofUser(VisibleModalities.ID, 0)).isTrue();
  }

  @Test
  void numbersThatNobodyTrainedHasAreNotScaled() {
    float[][] ofSecond = {null, {3}};
    SideInformation side =
        new SideInformation(
            Map.of("age", new Modality.Dense(1, ofSecond, Scaling.STANDARD)),
            Map.of("year", new Modality.Dense(1, ofSecond, Scaling.MIN_MAX)));
    Interactions first = Interactions.of(2, 2, new int[] {0}, new int[] {1}, null, null);

    assertThat(side.unscaled(first)).containsExactly("users.age");
    assertThat(((Modality.Dense) side.scaledFor(first).users().get("age")).vectors()[1])
        .containsExactly(3);
    assertThat(((Modality.Dense) side.scaledFor(first).items().get("year")).vectors()[1])
        .containsExactly(0);
  }

  /** User 1 and item 0 are trained on. */
  @Test
  void ofThoseWhoAreTrainedOnTheOthersAreLeftOut() {
    SideInformation trained =
        SIDE.ofTrained(Interactions.of(2, 2, new int[] {1}, new int[] {0}, null, null));

    Modality.Categorical genders = (Modality.Categorical) trained.users().get("gender");
    assertThat(genders.codes()).containsExactly(1);
    assertThat(trained.items().values()).allMatch(modality -> modality.size() == 1);
    assertThat(((Modality.Text) trained.items().get("text")).texts()).containsExactly("one");
  }

  @Test
  void hidingNobodyIsHidingNothing() {
    assertThat(new VisibleModalities(Map.of("gender", new BitSet()), Map.of()))
        .isEqualTo(VisibleModalities.ALL);
  }

  @Test
  void declaredModalitiesReplaceThoseOfTheSameName() {
    Modality other = new Modality.Text(new String[] {null, "x"});
    SideInformation both = SIDE.plus(new SideInformation(Map.of(), Map.of("text", other)));
    assertThat(both.items().get("text")).isSameAs(other);
    assertThat(both.items()).hasSize(3);
  }
}
