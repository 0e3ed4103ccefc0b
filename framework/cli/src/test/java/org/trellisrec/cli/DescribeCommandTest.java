package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DescribeCommandTest {
  @Test
  void aPluginIsShownWithItsParameters() {
    Shell shell = Shell.run("describe", "itemknn");
    assertThat(shell.err()).isEmpty();
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.out()).startsWith("ItemKNN (recommender").contains("neighbors", "default 40");
  }

  @Test
  void aMistypedNameIsNamedWithItsNeighbour() {
    Shell shell = Shell.run("describe", "ItmeKNN");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err())
        .isEqualToIgnoringNewLines("error: there is no plugin 'ItmeKNN'; did you mean 'ItemKNN'?");
  }

  @Test
  void anUnknownNamePointsToTheList() {
    Shell shell = Shell.run("describe", "zzzzzzzz");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("'zzzzzzzz'", "trellisrec list");
  }
}
