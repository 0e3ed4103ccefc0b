package org.trellisrec.io;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.Summary;

/**
 * Reads ready-made training, validation and test files; Elliot's strategy {@code fixed}. The
 * vocabularies are those of all files together.
 */
@Summary("Reads ready-made training, validation and test interactions from delimited files.")
public final class FixedFiles implements DatasetReader {
  private final Params params;

  /**
   * Where and how.
   *
   * @param root folder that relative paths start from; null for that of the YAML file, from which
   *     the configuration has resolved them
   * @param trainPath training interactions
   * @param validationPath validation interactions, or null
   * @param testPath test interactions
   * @param format how their rows are written
   */
  public record Params(
      @Param(description = "Folder that the other paths start from.", byDefault = Param.OPTIONAL)
          Path root,
      @Param(description = "File of training interactions; {0} stands for the data set name.")
          Path trainPath,
      @Param(description = "File of validation interactions, if any.", byDefault = Param.OPTIONAL)
          Path validationPath,
      @Param(description = "File of test interactions.") Path testPath,
      @Param(description = "How rows are written.", byDefault = "{}") Format format) {}

  /** The recipe. */
  @Inject
  public FixedFiles(Params params) {
    this.params = params;
  }

  @Override
  public OwnSplits ownSplits() {
    return params.validationPath() == null ? OwnSplits.WITHOUT_VALIDATION : OwnSplits.UNKNOWN;
  }

  @Override
  public LoadedData read(ReadContext context) {
    Location location = new Location(params.root());
    List<Path> files = new ArrayList<>();
    files.add(location.file(params.trainPath()));
    if (params.validationPath() != null) {
      files.add(location.file(params.validationPath()));
    }
    files.add(location.file(params.testPath()));
    return new Premade(context).load(RowFiles.read(files, params.format(), context), files.size());
  }
}
