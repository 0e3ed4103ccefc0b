package org.trellisrec.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trellisrec.files.AtomicFiles;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/**
 * Finished work of a run, so that an interrupted run goes on where it stopped: units, one file
 * each, and the trials of a unit that has not finished. Both are recorded whole or not at all.
 */
public final class Journal {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();
  private static final String TRIALS = "trials";
  private static final String END = ".json";

  private final Path folder;

  /** The journal in this folder, which is created at the first record. */
  public Journal(Path folder) {
    this.folder = folder;
  }

  /**
   * The recorded result of a unit, if it has finished.
   *
   * @throws InputException if the record cannot be read, or is that of another unit
   */
  public Optional<UnitResult> find(UnitKey key) {
    Optional<UnitResult> found = read(file(key), UnitResult.class, "unit");
    found
        .map(UnitResult::key)
        .filter(other -> !other.equals(key))
        .ifPresent(
            other -> {
              throw new InputException(
                  "%s: this is the record of %s, but that of %s is expected here; delete the file to"
                      + " run the unit again",
                  file(key), other.describe(), key.describe());
            });
    return found;
  }

  /**
   * The recorded results of all units that have finished, by the names of their files.
   *
   * @throws InputException if a record cannot be read, or is under the name of another unit
   */
  public List<UnitResult> all() throws IOException {
    List<UnitResult> units = new ArrayList<>();
    for (Path file : Folders.list(folder)) {
      if (file.toString().endsWith(END)) {
        UnitResult unit = read(file, UnitResult.class, "unit").orElseThrow();
        if (!file(unit.key()).equals(file)) {
          throw new InputException(
              "%s: this is the record of %s, which belongs in %s; delete the file to run the unit again",
              file, unit.key().describe(), file(unit.key()).getFileName());
        }
        units.add(unit);
      }
    }
    return units;
  }

  /** Records a finished unit. */
  public void record(UnitResult result) throws IOException {
    AtomicFiles.write(file(result.key()), JSON.writeValueAsString(result));
  }

  /** Where the record of a unit is, or would be. */
  public Path file(UnitKey key) {
    return folder.resolve(key.fileName() + END);
  }

  /** The recorded result of a trial, if it has finished. */
  public Optional<TrialRecord> findTrial(UnitKey key, int trial) {
    return read(trialFile(key, trial), TrialRecord.class, "trial");
  }

  /** Records a finished trial. */
  public void recordTrial(UnitKey key, TrialRecord trial) throws IOException {
    AtomicFiles.write(trialFile(key, trial.row().trial()), JSON.writeValueAsString(trial));
  }

  /** Removes the records of a unit's trials. */
  public void forgetTrials(UnitKey key) throws IOException {
    Folders.deleteWithEmptyParent(trials(key));
  }

  private Path trials(UnitKey key) {
    return folder.resolve(TRIALS).resolve(key.fileName());
  }

  private Path trialFile(UnitKey key, int trial) {
    return trials(key).resolve("trial-" + trial + ".json");
  }

  private static <T> Optional<T> read(Path file, Class<T> type, String what) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      T record = JSON.readValue(Files.readString(file), type);
      if (record == null) {
        throw unreadable(file, what, "it holds nothing");
      }
      return Optional.of(record);
    } catch (JsonProcessingException e) {
      throw unreadable(file, what, JsonFault.of(e));
    } catch (CharacterCodingException e) {
      throw unreadable(file, what, IoReason.of(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputException unreadable(Path file, String what, String why) {
    return new InputException(
        "%s: this record of a finished %s cannot be read (%s); delete the file to run the %s again",
        file, what, why, what);
  }
}
