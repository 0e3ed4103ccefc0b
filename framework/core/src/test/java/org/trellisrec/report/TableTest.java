package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table =
      new Table(
          List.of("model", "nDCG@10"),
          List.of(List.of("A|B", "0.5"), List.of("C_d, e", "0.25 ± 0.1")));

  @Test
  void csvQuotesWhatNeedsQuoting() {
    assertThat(table.csv()).isEqualTo("model,nDCG@10\nA|B,0.5\n\"C_d, e\",0.25 ± 0.1\n");
  }

  @Test
  void markdownEscapesPipesAndAlignsNumbersRight() {
    assertThat(table.markdown().lines())
        .containsExactly(
            "| model  |    nDCG@10 |",
            "|:-------|-----------:|",
            "| A\\|B   |        0.5 |",
            "| C_d, e | 0.25 ± 0.1 |");
  }

  @Test
  void latexEscapesSpecialCharacters() {
    assertThat(table.latex())
        .contains("C\\_d, e & 0.25 $\\pm$ 0.1 \\\\")
        .contains("\\begin{tabular}{lr}");
  }

  @Test
  void latexEscapesWhatCaptionsDo() {
    assertThat(new Table(List.of("^~<"), List.of(List.of("a\\b"))).latex())
        .contains("\\textasciicircum{}\\textasciitilde{}$<$ \\\\")
        .contains("a\\textbackslash{}b \\\\");
  }

  @Test
  void textFoldsColumnsThatDoNotFit() {
    Table wide =
        new Table(
            List.of("model", "nDCG", "Recall", "users"),
            List.of(List.of("ItemKNN", "0.1", "0.25", "9"), List.of("EASE", "-", "0.5", "10")));

    assertThat(wide.text().lines())
        .containsExactly(
            "model    nDCG  Recall  users",
            "ItemKNN   0.1    0.25      9",
            "EASE        -     0.5     10");
    assertThat(wide.text(28)).isEqualTo(wide.text());
    assertThat(wide.text(27).lines())
        .containsExactly(
            "model    nDCG  Recall",
            "ItemKNN   0.1    0.25",
            "EASE        -     0.5",
            "",
            "model    users",
            "ItemKNN      9",
            "EASE        10");
    assertThat(wide.text(1).lines()).hasSize(11);
    assertThat(new Table(List.of("model"), List.of(List.of("EASE"))).text(80))
        .isEqualTo("model\nEASE\n");
  }

  @Test
  void refusesRowsThatDoNotFit() {
    List<List<String>> rows = List.of(List.of("only one"));
    List<String> header = List.of("a", "b");
    assertThatThrownBy(() -> new Table(header, rows)).isInstanceOf(IllegalArgumentException.class);
  }
}
