package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandsTest {
  @TempDir private Path folder;

  private Shell generate(String... values) {
    Object[] args = new Object[values.length + 3];
    args[0] = "generate";
    args[1] = "--out";
    args[2] = folder.resolve("toy");
    System.arraycopy(values, 0, args, 3, values.length);
    return Shell.run(args);
  }

  @Test
  void generatedDataAreWrittenAsAskedFor() throws IOException {
    Shell shell = generate("users=50", "items=40", "interactions=700", "timestamps=false");
    assertThat(shell.err()).isEmpty();
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.out()).contains("interactions.tsv", "50 users, 40 items, 700 interactions");
    assertThat(Files.readAllLines(folder.resolve("toy/interactions.tsv")))
        .hasSize(700)
        .allMatch(line -> line.split("\t", -1).length == 3);
  }

  @Test
  void aMistypedKeyIsNamedWithItsNeighbour() {
    Shell shell = generate("user=50");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("user", "did you mean 'users'?");
    assertThat(folder.resolve("toy")).doesNotExist();
  }

  @Test
  void aValueWithoutKeyIsAnError() {
    Shell shell = generate("50");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err())
        .isEqualToIgnoringNewLines("error: '50' is not KEY=VALUE, as in users=2000");
  }

  @Test
  void aKeyGivenTwiceIsAnError() {
    Shell shell = generate("users=50", "users=60");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("'users' is given twice");
  }

  @Test
  void generateNeedsAFolder() {
    Shell shell = Shell.run("generate");
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("--out");
  }

  @Test
  void publicDataSetsAreListed() {
    Shell shell = Shell.run("fetch");
    assertThat(shell.status()).isEqualTo(0);
    assertThat(shell.out()).contains("movielens-1m", "https://files.grouplens.org/");
  }

  @Test
  void anUnknownPublicDataSetIsAnError() {
    Shell shell = Shell.run("fetch", "movielens-1b", "--out", folder.toString());
    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("'movielens-1b'", "movielens-1m");
    assertThat(folder).isEmptyDirectory();
  }
}
