package org.trellisrec.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trellisrec.files.AtomicFiles;
import org.trellisrec.report.JsonFault;
import org.trellisrec.spi.UnusableCheckpointException;

/**
 * The epochs of one training on disk: lines of JSON, of which the first names the training.
 *
 * @param file the journal
 * @param header its first line
 */
record EpochJournal(Path file, Header header) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * The first line.
   *
   * @param training hash of all that the training depends on
   */
  record Header(String training) {}

  boolean exists() {
    return Files.exists(file);
  }

  /** Writes these epochs in place of what is there. */
  void write(List<EpochRecord> epochs) throws IOException {
    StringBuilder text = new StringBuilder(line(header));
    for (EpochRecord epoch : epochs) {
      text.append(line(epoch));
    }
    AtomicFiles.write(file, text.toString());
  }

  /** Adds the next epoch. */
  void append(EpochRecord epoch) throws IOException {
    AtomicFiles.append(file, line(epoch));
  }

  /**
   * Reads all epochs. A last line without end was cut short while its epoch ended, before any state
   * was written for it, and is left out.
   *
   * @throws UnusableCheckpointException if the journal is damaged or of another training
   */
  List<EpochRecord> read() throws IOException {
    String text = Files.readString(file);
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    if (lines.isEmpty()) {
      throw new UnusableCheckpointException(file + " has no first line");
    }
    if (!header.equals(parse(lines.get(0), Header.class))) {
      throw new UnusableCheckpointException(file + " belongs to another training");
    }
    List<EpochRecord> epochs = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      EpochRecord epoch = parse(line, EpochRecord.class);
      if (epoch == null || epoch.epoch() != epochs.size() + 1) {
        throw new UnusableCheckpointException(
            "%s:%d does not hold epoch %d".formatted(file, epochs.size() + 2, epochs.size() + 1));
      }
      epochs.add(epoch);
    }
    return epochs;
  }

  private <T> T parse(String line, Class<T> type) {
    try {
      return JSON.readValue(line, type);
    } catch (JsonProcessingException e) {
      throw new UnusableCheckpointException(file + " is damaged: " + JsonFault.of(e));
    }
  }

  private static String line(Object value) throws JsonProcessingException {
    return JSON.writeValueAsString(value) + "\n";
  }
}
