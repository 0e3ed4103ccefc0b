package org.trellisrec.data;

import static org.assertj.core.api.Assertions.assertThat;

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
  void declaredModalitiesReplaceThoseOfTheSameName() {
    Modality other = new Modality.Text(new String[] {null, "x"});
    SideInformation both = SIDE.plus(new SideInformation(Map.of(), Map.of("text", other)));
    assertThat(both.items().get("text")).isSameAs(other);
    assertThat(both.items()).hasSize(3);
  }
}
