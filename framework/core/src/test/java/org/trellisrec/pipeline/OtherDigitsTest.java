package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.OtherDigits;
import org.trellisrec.numpy.NumpyFile;
import org.trellisrec.report.ResultsTable;
import org.trellisrec.report.UnitIdentity;
import org.trellisrec.report.UnitKey;
import org.trellisrec.significance.SampleKey;
import org.trellisrec.spi.InputException;

/** Seeds, names, hashes and files must not depend on the language of the machine. */
class OtherDigitsTest {
  @TempDir Path folder;

  private static void assertSame(Callable<?> named) throws Exception {
    assertThat((Object) OtherDigits.under(named)).isEqualTo(named.call());
  }

  @Test
  void seedsAndHashesAreTheSame() throws Exception {
    Unit unit = new TinyUnit(folder).of((data, context) -> null, (data, context) -> null);
    Trial trial = unit.plan().trials().first();
    assertSame(() -> unit.fitSeed(trial));
    UnitIdentity identity = new UnitIdentity(Map.of("data", "a"), Map.of("seed", "1"), Map.of());
    assertSame(identity::hash);
    assertSame(new UnitIdentities("code", Map.of("BPRMF", identity))::hash);
  }

  @Test
  void aTrainingIsTakenUpInAnotherLanguage() throws Exception {
    Unit unit = new TinyUnit(folder).of((data, context) -> null);
    Trial trial = unit.plan().trials().first();
    Path state = unit.store().checkpoint(trial).orElseThrow().open();
    assertThat(OtherDigits.under(() -> unit.store().checkpoint(trial).orElseThrow().open()))
        .isEqualTo(state);
  }

  @Test
  void namesAreTheSame() throws Exception {
    UnitKey key = new UnitKey(42, "user_cold", "3", "ItemKNN");
    assertThat(OtherDigits.under(key::fileName)).isEqualTo("ItemKNN_user_cold_3_42");
    assertSame(new UnitKey(42, "a__b", "3", "c")::fileName);
    assertSame(key::describe);
    assertSame(new SampleKey("warm", "warm", "nDCG", 10)::title);
    assertThat(OtherDigits.under(new ResultsTable.Section("warm", "warm", 10)::title))
        .isEqualTo("warm, cutoff 10");
  }

  @Test
  void aMatrixIsReadAgain() throws Exception {
    Path file = folder.resolve("vectors.npy");
    float[][] rows = {{1, 2}, {3, 4}, {5, 6}};
    OtherDigits.under(
        () -> {
          NumpyFile.write(file, List.of(rows), 2);
          return file;
        });
    assertThat(NumpyFile.rows(file)).isDeepEqualTo(rows);
  }

  @Test
  void whatIsWrongWithTheInputIsToldInTheSameDigits() throws Exception {
    assertThat(OtherDigits.under(() -> new InputException("%s:%d: no id", "a.tsv", 12)))
        .hasMessage("a.tsv:12: no id");
  }
}
