package org.trellisrec.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.trellisrec.data.Unseen;
import org.trellisrec.files.AtomicFiles;
import org.trellisrec.report.JsonFault;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/**
 * The table of contents of a folder of splits, {@code splits.json}. File names are relative to the
 * folder.
 *
 * @param format version of this layout
 * @param dataset name of the data set
 * @param users file with the ids of all users, one per line
 * @param items file with the ids of all items, one per line
 * @param splits the splits, in order
 */
record SplitIndex(int format, String dataset, String users, String items, List<SplitEntry> splits) {
  static final String NAME = "splits.json";
  static final int FORMAT = 1;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  SplitIndex {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(users, "users");
    Objects.requireNonNull(items, "items");
    splits = List.copyOf(splits);
  }

  /** One split. */
  record SplitEntry(
      String protocol,
      String fold,
      String train,
      List<TaskEntry> validation,
      List<TaskEntry> test) {

    SplitEntry {
      Objects.requireNonNull(protocol, "protocol");
      Objects.requireNonNull(fold, "fold");
      Objects.requireNonNull(train, "train");
      validation = List.copyOf(validation);
      test = List.copyOf(test);
    }
  }

  /**
   * One task.
   *
   * @param users file with the ids of the users who are served, one per line
   * @param revealed interactions that are visible beside those of training, or null for none
   * @param candidates file with one item id per line, or null
   * @param userCandidates file with a user and an item per line, or null
   */
  record TaskEntry(
      String name,
      Unseen unseen,
      String truth,
      String users,
      String revealed,
      String candidates,
      String userCandidates) {

    TaskEntry {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(unseen, "unseen");
      Objects.requireNonNull(truth, "truth");
      Objects.requireNonNull(users, "users");
      if ((candidates == null) == (userCandidates == null)) {
        throw new IllegalArgumentException("give either candidates or userCandidates");
      }
    }
  }

  /** Every file that belongs to the folder. */
  Stream<String> files() {
    Stream<String> tasks =
        splits.stream()
            .flatMap(s -> Stream.concat(s.validation().stream(), s.test().stream()))
            .flatMap(
                t ->
                    Stream.of(
                        t.truth(), t.users(), t.revealed(), t.candidates(), t.userCandidates()));
    Stream<String> own =
        Stream.concat(Stream.of(users, items), splits.stream().map(s -> s.train()));
    return Stream.concat(own, tasks).filter(Objects::nonNull).distinct();
  }

  /** Writes the index in one step, so that a folder has either none or a whole one. */
  void write(Path folder) throws IOException {
    AtomicFiles.write(folder.resolve(NAME), MAPPER.writeValueAsString(this) + "\n");
  }

  /**
   * Reads the index of a folder.
   *
   * @throws InputException if there is none, or it is not one
   */
  static SplitIndex read(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      SplitIndex index = MAPPER.readValue(Files.readString(file), SplitIndex.class);
      index.check(file, folder);
      return index;
    } catch (NoSuchFileException e) {
      throw new InputException("%s holds no saved splits: there is no %s in it", folder, NAME);
    } catch (JsonProcessingException e) {
      throw new InputException(
          "%s:%d: not an index of saved splits: %s",
          file, e.getLocation() == null ? 1 : e.getLocation().getLineNr(), JsonFault.of(e));
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s", file, IoReason.of(e));
    }
  }

  private void check(Path file, Path folder) {
    if (format != FORMAT) {
      throw new InputException("%s has format %d; expected %d", file, format, FORMAT);
    }
    files()
        .filter(name -> !folder.resolve(name).normalize().startsWith(folder.normalize()))
        .findFirst()
        .ifPresent(
            name -> {
              throw new InputException("%s names '%s', which is outside the folder", file, name);
            });
  }
}
