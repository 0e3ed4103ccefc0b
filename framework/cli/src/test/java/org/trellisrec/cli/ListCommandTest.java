package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.config.PluginKind;

class ListCommandTest {
  @Test
  void oneKindIsListedWithItsSummaries() {
    Shell shell = Shell.run("list", "recommenders");
    assertThat(shell.err()).isEmpty();
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.out()).contains("recommenders (", "MostPop", "ItemKNN");
    assertThat(shell.out()).doesNotContain("splitters (");
  }

  @Test
  void everyKindIsListedByDefault() {
    Shell shell = Shell.run("list");
    assertThat(shell.out())
        .contains("recommenders (", "metrics (", "splitters (", "prefilters (", "readers (");
  }

  @Test
  void theHelpNamesEveryKind() {
    String help = Shell.run("list", "--help").out().replaceAll("\\s+", " ");
    for (PluginKind kind : PluginKind.values()) {
      assertThat(help).contains(kind.plural());
    }
  }

  @Test
  void aMistypedKindIsNamedWithItsNeighbour() {
    Shell shell = Shell.run("list", "metircs");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err())
        .isEqualToIgnoringNewLines(
            "error: there is no kind of plugins 'metircs'; did you mean 'metrics'?");
  }

  @Test
  void aMissingPluginsFolderIsAnError(@TempDir Path folder) {
    Shell shell = Shell.run("list", "--plugins", folder.resolve("none").toString());
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("none: the folder does not exist");
  }
}
