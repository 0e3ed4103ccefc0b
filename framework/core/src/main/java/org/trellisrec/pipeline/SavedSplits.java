package org.trellisrec.pipeline;

import jakarta.inject.Inject;
import java.nio.file.Path;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.Summary;

/**
 * Reads splits that were saved before, with their candidates and the users they serve. The data set
 * consists of the interactions of these splits; side information is not part of them.
 */
@Summary("Reads a folder of splits that an earlier run or 'trellisrec split' has saved.")
public final class SavedSplits implements DatasetReader {
  private final Params params;

  /**
   * The parameters.
   *
   * @param root folder that {@code folder} is relative to; null if that stands on its own
   * @param folder path of the saved splits, by default {@code root} itself
   */
  public record Params(
      @Param(description = "Folder that the path starts from.", byDefault = Param.OPTIONAL)
          Path root,
      @Param(
              description = "Folder of the saved splits.",
              byDefault = ".",
              aliases = {"root_folder", "save_folder"})
          Path folder) {}

  /** The reader with these parameters. */
  @Inject
  public SavedSplits(Params params) {
    this.params = params;
  }

  @Override
  public LoadedData read(ReadContext context) {
    Path folder =
        params.root == null ? params.folder : params.root.resolve(params.folder).normalize();
    return SplitFiles.load(folder, context.datasetName());
  }
}
