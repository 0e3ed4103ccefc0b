package org.trellisrec.io;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.Summary;

/** Reads adjacency lists: a line holds a user and then the items of the user. */
@Summary("Reads lines of a user followed by the user's items, as NGCF and LightGCN publish them.")
public final class AdjacencyFiles implements DatasetReader {
  private final Params params;

  /**
   * Where and how: one file of all interactions, or ready-made training and test files.
   *
   * @param root folder that relative paths start from; null for that of the YAML file, from which
   *     the configuration has resolved them
   * @param datasetPath all interactions, or null
   * @param trainPath training interactions, or null
   * @param validationPath validation interactions, or null
   * @param testPath test interactions, or null
   * @param encoding the character set
   * @param onMalformed what to do with a line that cannot be understood
   */
  public record Params(
      @Param(description = "Folder that the other paths start from.", byDefault = Param.OPTIONAL)
          Path root,
      @Param(
              description = "File of all interactions, to be filtered and split.",
              byDefault = Param.OPTIONAL)
          Path datasetPath,
      @Param(
              description = "File of training interactions, instead of dataset_path.",
              byDefault = Param.OPTIONAL)
          Path trainPath,
      @Param(description = "File of validation interactions, if any.", byDefault = Param.OPTIONAL)
          Path validationPath,
      @Param(
              description = "File of test interactions, beside train_path.",
              byDefault = Param.OPTIONAL)
          Path testPath,
      @Param(description = "Character set, such as utf-8 or latin1.", byDefault = "utf-8")
          String encoding,
      @Param(
              description = "What to do with a malformed line: error, or skip and count.",
              byDefault = "error")
          OnMalformed onMalformed) {
    /** Checks that either one file or a split is given. */
    public Params {
      boolean split = trainPath != null && testPath != null;
      boolean parts = trainPath != null || testPath != null || validationPath != null;
      if (datasetPath != null ? parts : !split) {
        throw new InputException(
            "adjacency lists need either dataset_path, or train_path and test_path (and perhaps"
                + " validation_path)");
      }
    }
  }

  /** The recipe. */
  @Inject
  public AdjacencyFiles(Params params) {
    this.params = params;
  }

  @Override
  public OwnSplits ownSplits() {
    if (params.datasetPath() != null) {
      return OwnSplits.NONE;
    }
    return params.validationPath() == null ? OwnSplits.WITHOUT_VALIDATION : OwnSplits.UNKNOWN;
  }

  @Override
  public LoadedData read(ReadContext context) {
    Location location = new Location(params.root());
    List<Path> files = new ArrayList<>();
    for (Path path :
        new Path[] {
          params.datasetPath(), params.trainPath(), params.validationPath(), params.testPath()
        }) {
      if (path != null) {
        files.add(location.file(path));
      }
    }
    Format format =
        Format.TSV
            .withHeader(false)
            .withEncoding(params.encoding())
            .withOnMalformed(params.onMalformed());
    Tables tables = RowFiles.readAdjacency(files, format, context);
    return params.datasetPath() == null
        ? new Premade(context).load(tables, files.size())
        : LoadedData.unsplit(
            new Dataset(context.datasetName(), tables.users(), tables.items(), tables.all()));
  }
}
