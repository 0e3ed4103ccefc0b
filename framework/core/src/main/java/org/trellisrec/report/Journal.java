package org.trellisrec.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.trellisrec.spi.InputException;

/**
 * Finished units of a run, one file each, so that an interrupted run goes on where it stopped. A
 * unit is recorded whole or not at all.
 */
public final class Journal {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  /** The journal in this folder, which is created at the first record. */
  public Journal(Path folder) {
    this.folder = folder;
  }

  /** The recorded result of a unit, if it has finished. */
  public Optional<UnitResult> find(UnitKey key) {
    Path file = file(key);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readString(file), UnitResult.class));
    } catch (JsonProcessingException e) {
      throw new InputException(
          "%s: this record of a finished unit cannot be read (%s); delete the file to run the unit again",
          file, e.getOriginalMessage());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Records a finished unit. */
  public void record(UnitResult result) throws IOException {
    AtomicFiles.write(
        file(result.key()), JSON.writeValueAsString(result).getBytes(StandardCharsets.UTF_8));
  }

  /** Where the record of a unit is, or would be. */
  public Path file(UnitKey key) {
    return folder.resolve(key.fileName() + ".json");
  }
}
