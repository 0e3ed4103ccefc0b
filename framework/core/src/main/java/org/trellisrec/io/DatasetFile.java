package org.trellisrec.io;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.Summary;

/** Reads all interactions from one delimited file; Elliot's strategy {@code dataset}. */
@Summary("Reads all interactions from one delimited file, to be filtered and split.")
public final class DatasetFile implements DatasetReader {
  private final Params params;

  /**
   * Where and how.
   *
   * @param root folder that relative paths start from; null for that of the YAML file, from which
   *     the configuration has resolved them
   * @param datasetPath the file; plain or gzip
   * @param format how its rows are written
   */
  public record Params(
      @Param(description = "Folder that the other paths start from.", byDefault = Param.OPTIONAL)
          Path root,
      @Param(description = "File of interactions, plain or gzip; {0} stands for the data set name.")
          Path datasetPath,
      @Param(description = "How rows are written.", byDefault = "{}") Format format) {}

  /** The recipe. */
  @Inject
  public DatasetFile(Params params) {
    this.params = params;
  }

  @Override
  public OwnSplits ownSplits() {
    return OwnSplits.NONE;
  }

  @Override
  public LoadedData read(ReadContext context) {
    Path file = new Location(params.root()).file(params.datasetPath());
    Tables tables = RowFiles.read(List.of(file), params.format(), context);
    return LoadedData.unsplit(
        new Dataset(context.datasetName(), tables.users(), tables.items(), tables.all()));
  }
}
