package org.trellisrec.recommenders.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Modality;

class ModalityRowsTest {
  private static final ModalityInput GENRES =
      LabelsInput.of(
          "genres",
          new Modality.MultiHot(List.of("a", "b"), new int[][] {{0}, {0, 1}, {0}, {}, {0, 1}}),
          null);
  private static final ModalityInput YEAR =
      new VectorInput(
          "year", new Modality.Dense(1, new float[][] {{3}, {4}, {4}, null, null}), null, null);
  private static final ModalityInput TEXT =
      new VectorInput(
          "text",
          new Modality.Dense(2, new float[][] {{3, 1}, {4, 1}, {4, 1}, {0, 0}, {0, 0}}),
          null,
          null);
  private static final ModalityInput COLOUR =
      new CategoryInput(
          "colour", new Modality.Categorical(List.of("r", "g"), new int[] {1, 0, 1, -1, 0}), null);

  private static int[][] standIns() {
    return ModalityRows.standIns(List.of(GENRES, YEAR, TEXT, COLOUR), 5);
  }

  @Test
  void entitiesWithTheSameValueStandForEachOther() {
    assertThat(standIns()[0]).containsExactly(0, 1, 0, 3, 1);
    assertThat(standIns()[1]).startsWith(0, 1, 1);
    assertThat(standIns()[2]).containsExactly(0, 1, 2, 3, 4);
    assertThat(standIns()[3]).containsExactly(0, 1, 0, 3, 1);
  }

  @Test
  void slotsShareTheRowsOfTheirValues() {
    ModalityRows rows = new ModalityRows(standIns(), 2, true);
    rows.add(2, new int[] {0, 2});
    rows.add(0, new int[] {2, 0});
    rows.add(3, new int[] {});
    rows.add(4, new int[] {0});

    assertThat(rows.entities(0)).containsExactly(0, 1);
    assertThat(rows.counts(0)).containsExactly(2, 1);
    assertThat(rows.entities(2)).containsExactly(2, 0);
    assertThat(rows.rows()).containsExactly(0, 2, 3, 0, 0, 0, 1, 1);
    assertThat(rows.weights()).containsExactly(1, 1, 1, 1, 0, 0, 1, 0);
  }

  @Test
  void rowsOfTheirOwnShareTheEntityThatIsProjected() {
    ModalityRows rows = new ModalityRows(standIns(), 1, false);
    rows.add(2, new int[] {0});
    rows.add(0, new int[] {0});

    assertThat(rows.entities(0)).containsExactly(0);
    assertThat(rows.uses(0)).containsExactly(0, 0);
    assertThat(rows.counts(0)).containsExactly(1, 1);
    assertThat(rows.rows()).containsExactly(0, 1);
  }
}
