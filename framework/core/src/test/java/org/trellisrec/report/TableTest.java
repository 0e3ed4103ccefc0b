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
  void refusesRowsThatDoNotFit() {
    List<List<String>> rows = List.of(List.of("only one"));
    List<String> header = List.of("a", "b");
    assertThatThrownBy(() -> new Table(header, rows)).isInstanceOf(IllegalArgumentException.class);
  }
}
