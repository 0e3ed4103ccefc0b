package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.spi.InputException;

class JournalTest {
  private static final UnitKey KEY = new UnitKey(42, "user_cold", "0.1", "Item KNN/a");

  private static final UnitIdentity IDENTITY =
      new UnitIdentity(
          Map.of(UnitIdentity.DATA, "1f"), Map.of("top_k", "10"), Map.of("epochs", "3"));

  @TempDir Path folder;

  @Test
  void whatIsRecordedComesBackWithNaNAndAll() throws IOException {
    UnitResult result =
        new UnitResult(
            KEY,
            IDENTITY,
            "/runs/1",
            "",
            List.of(
                new TrialRow(
                    "m", 0, 42, "p", "0", Map.of("k", "5"), "nDCG@10", 0.5, 9, 4, true, "")),
            List.of(
                new MetricRow(
                    "m",
                    0,
                    42,
                    "p",
                    "0",
                    "warm",
                    MetricRow.Role.TEST,
                    "standard",
                    "nDCG",
                    10,
                    Double.NaN,
                    0)),
            List.of(new TimingRow("m", 0, 42, "p", "0", "fit", 1.5, 2.5)),
            List.of(new EpochRow("m", 0, 42, "p", "0", 1, 0.7, "", Double.NaN, 0, 1, 2)),
            List.of(new ParameterRow("m", 0, 42, "p", "0", "branch", 64)),
            List.of(new ListCount("warm", 9, 2)),
            Map.of("device", "CPU:0"),
            List.of("MostPop: a note"));
    Journal journal = new Journal(folder);
    journal.record(result);
    assertThat(journal.find(KEY)).contains(result);
    assertThat(journal.find(new UnitKey(42, "user_cold", "0.1", "other"))).isEmpty();
  }

  @Test
  void trialsAreKeptUntilTheirUnitForgetsThem() throws IOException {
    TrialRow row =
        new TrialRow("m", 3, 42, "p", "0", Map.of("k", "5"), "", Double.NaN, 0, 0, false, "");
    TrialRecord trial = new TrialRecord(List.of(), row, List.of(), List.of(), List.of(), List.of());
    Journal journal = new Journal(folder);
    journal.recordTrial(KEY, trial);
    assertThat(journal.findTrial(KEY, 3)).contains(trial);
    assertThat(journal.findTrial(KEY, 2)).isEmpty();
    journal.forgetTrials(KEY);
    assertThat(journal.findTrial(KEY, 3)).isEmpty();
  }

  @Test
  void unitsWithNamesThatNoFileCanHaveStayApart() {
    assertThat(KEY.fileName()).matches("[A-Za-z0-9._-]+");
    assertThat(KEY.fileName())
        .isNotEqualTo(new UnitKey(42, "user_cold", "0.1", "Item KNN:a").fileName());
  }

  @Test
  void noTwoUnitsShareAFile() {
    List<String> parts =
        List.of("a", "b", "a_b", "b_a", "a_a", "_", "a_", "_a", "a__b", "a-", "A/", "A:", "0");
    Map<String, UnitKey> units = new HashMap<>();
    for (String model : parts) {
      for (String protocol : parts) {
        for (String fold : List.of("0", "0.1", "a_0", "0_1")) {
          for (long seed : new long[] {0, 1, -1, 10}) {
            UnitKey key = new UnitKey(seed, protocol, fold, model);
            assertThat(key.fileName()).matches("[A-Za-z0-9._-]+");
            assertThat(units.put(key.fileName(), key)).as(key.fileName()).isNull();
          }
        }
      }
    }
  }

  @Test
  void namesThatLeaveNoDoubtAreReadable() {
    assertThat(new UnitKey(42, "user_cold", "0.1", "SiBraR-SC").fileName())
        .isEqualTo("SiBraR-SC_user_cold_0.1_42");
    assertThat(new UnitKey(42, "cold", "0", "SiBraR_user").fileName())
        .isEqualTo("SiBraR_user__cold_0_42");
    assertThat(new UnitKey(42, "user__cold", "0", "SiBraR").fileName())
        .startsWith("SiBraR_user__cold_0_42-");
  }

  /** Where {@code meta.restore} looks for the models of runs that were made long ago. */
  @Test
  void theNamesOfUnitsStayWhatTheyWere() {
    assertThat(new UnitKey(42, "warm", "0", "KNN@5").fileName())
        .isEqualTo("KNN-5_warm_0_42-6589f2ca983a60132fe0820e99b2aebd");
    assertThat(FileNames.of("KNN@5")).isEqualTo("KNN@5");
  }

  @Test
  void aRecordOfAnotherUnitIsNamed() throws IOException {
    Journal journal = new Journal(folder);
    UnitKey other = new UnitKey(42, "cold", "0", "SiBraR");
    journal.record(
        new UnitResult(
            other, IDENTITY, "", "", List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), Map.of(), List.of()));
    Files.move(journal.file(other), journal.file(KEY));

    assertThatThrownBy(() -> journal.find(KEY))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(KEY.fileName())
        .hasMessageContaining("model 'SiBraR', protocol 'cold', fold 0, seed 42")
        .hasMessageContaining("delete the file");
  }

  @Test
  void aRecordOfAnEarlierFormatIsNamed() throws IOException {
    TrialRow row = new TrialRow("m", 3, 42, "p", "0", Map.of(), "nDCG@10", 0.5, 9, 2, false, "");
    Journal journal = new Journal(folder);
    journal.recordTrial(
        KEY, new TrialRecord(List.of(), row, List.of(), List.of(), List.of(), List.of()));
    Path file = folder.resolve("trials").resolve(KEY.fileName()).resolve("trial-3.json");
    Files.writeString(file, Files.readString(file).replace("\"users\":9,", ""));

    assertThatThrownBy(() -> journal.findTrial(KEY, 3))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("trial-3.json")
        .hasMessageContaining("'row.users'")
        .hasMessageContaining("delete the file");
  }

  @Test
  void aDamagedRecordIsNamed() throws IOException {
    Journal journal = new Journal(folder);
    journal.record(
        new UnitResult(
            KEY, IDENTITY, "", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            Map.of(), List.of()));
    Path file = folder.resolve(KEY.fileName() + ".json");
    String good = Files.readString(file);
    Map<String, String> faults =
        Map.of(
            "{\"key\":",
            "this is not JSON, or it ends too early",
            "null",
            "it holds nothing",
            "\u00ff",
            "it holds bytes that are not in the expected encoding",
            good.replaceFirst("\"key\":\\{[^}]*\\}", "\"key\":null"),
            "at 'key', a value is missing",
            good.replace("\"1f\"", "null"),
            "at 'identity', a value is missing",
            good.replace("\"error\":\"\"", "\"error\":null"),
            "at 'error', a value is missing");
    assertThat(faults).doesNotContainKey(good).hasSize(6);
    for (Map.Entry<String, String> fault : faults.entrySet()) {
      Files.writeString(file, fault.getKey(), StandardCharsets.ISO_8859_1);
      assertThatThrownBy(() -> journal.find(KEY))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(KEY.fileName())
          .hasMessageContaining(fault.getValue())
          .hasMessageContaining("delete the file");
    }
  }
}
