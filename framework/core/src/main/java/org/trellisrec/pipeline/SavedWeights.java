package org.trellisrec.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.files.AtomicFiles;
import org.trellisrec.report.Folders;
import org.trellisrec.report.JsonFault;
import org.trellisrec.report.UnitKey;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;
import org.trellisrec.spi.SavableModel;

/**
 * The chosen model of a unit on disk: what the model wrote, and beside it a description of what it
 * is. The folder is complete or absent.
 *
 * @param folder {@code weights/<unit>} of a run
 */
record SavedWeights(Path folder) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String WEIGHTS = "weights";
  private static final String DESCRIPTION = "model.json";
  private static final String IDS = "ids.json";
  private static final String STATE = "state";

  /**
   * What a saved model is.
   *
   * @param recommender name of the recommender that can read it
   * @param model label of the model
   * @param trial number of the chosen trial
   * @param position where this trial is in the search space; empty if nothing is searched
   * @param seed master seed of the repetition
   * @param protocol name of the protocol
   * @param fold fold of the split
   * @param parameters every parameter with its value
   * @param sideInformation true if it scores by side information
   * @param learnedFrom hashes of the data
   */
  record Description(
      String recommender,
      String model,
      int trial,
      List<Double> position,
      long seed,
      String protocol,
      String fold,
      Map<String, String> parameters,
      boolean sideInformation,
      DataHashes learnedFrom) {
    /** Keeps its own copy; versions that could not search step by step wrote no position. */
    Description {
      position = position == null ? List.of() : List.copyOf(position);
    }
  }

  /**
   * Whom the numbers of a model stand for.
   *
   * @param users ids by number
   * @param items ids by number
   */
  record Ids(List<String> users, List<String> items) {
    static Ids of(Dataset data) {
      return new Ids(ids(data.users()), ids(data.items()));
    }

    private static List<String> ids(Vocabulary of) {
      return IntStream.range(0, of.size()).mapToObj(of::id).toList();
    }
  }

  /** The model of a unit in a run folder, which need not exist. */
  static SavedWeights in(Path run, UnitKey key) {
    return new SavedWeights(run.resolve(WEIGHTS).resolve(key.fileName()));
  }

  /** The units whose models a run folder holds, as file names. */
  static List<String> unitsIn(Path run) throws IOException {
    return Folders.list(run.resolve(WEIGHTS)).stream()
        .filter(unit -> new SavedWeights(unit).exists())
        .map(unit -> unit.getFileName().toString())
        .toList();
  }

  boolean exists() {
    return Files.exists(descriptionFile());
  }

  /** The description; it is written last. */
  Path descriptionFile() {
    return folder.resolve(DESCRIPTION);
  }

  /** What the model itself wrote. */
  Path state() {
    return folder.resolve(STATE);
  }

  /**
   * Writes a model, in place of one that is there.
   *
   * @param draft where it is written before it is moved, so that what a killed process leaves is
   *     not among the units
   */
  void write(Path draft, Description description, Ids ids, SavableModel model) throws IOException {
    Folders.write(folder, draft, made -> new SavedWeights(made).fill(description, ids, model));
  }

  private void fill(Description description, Ids ids, SavableModel model) throws IOException {
    Files.createDirectories(state());
    model.save(state());
    AtomicFiles.write(folder.resolve(IDS), JSON.writeValueAsString(ids) + "\n");
    String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(description) + "\n";
    AtomicFiles.write(descriptionFile(), text);
  }

  /**
   * Reads the description.
   *
   * @throws InputException if it is damaged
   */
  Description description() {
    try {
      return JSON.readValue(Files.readString(descriptionFile()), Description.class);
    } catch (JsonProcessingException e) {
      throw new InputException(
          "%s is damaged (%s); save the model again", descriptionFile(), JsonFault.of(e));
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s", descriptionFile(), IoReason.of(e));
    }
  }
}
