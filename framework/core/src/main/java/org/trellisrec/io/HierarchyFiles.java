package org.trellisrec.io;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.Summary;

/**
 * Reads ready-made folds; Elliot's strategy {@code hierarchy}. Folder {@code i} holds {@code
 * test.tsv} and either {@code train.tsv} or folders {@code j} with {@code train.tsv} and {@code
 * val.tsv}; the folds are called {@code i} or {@code i.j} and come in numeric order. All folds
 * share one id space, and the data set is every pair that occurs in any of them.
 */
@Summary("Reads ready-made folds from a hierarchy of folders.")
public final class HierarchyFiles implements DatasetReader {
  private final Params params;

  /**
   * Where and how.
   *
   * @param root folder that relative paths start from; null for that of the YAML file, from which
   *     the configuration has resolved them
   * @param rootFolder folder of the folds
   * @param format how rows are written
   */
  public record Params(
      @Param(description = "Folder that the other paths start from.", byDefault = Param.OPTIONAL)
          Path root,
      @Param(description = "Folder with one numbered folder per fold.") Path rootFolder,
      @Param(description = "How rows are written.", byDefault = "{}") Format format) {}

  /** The recipe. */
  @Inject
  public HierarchyFiles(Params params) {
    this.params = params;
  }

  @Override
  public LoadedData read(ReadContext context) {
    List<FoldFiles> folds = FoldFiles.find(new Location(params.root()).file(params.rootFolder()));
    List<Path> files = folds.stream().flatMap(fold -> fold.files().stream()).distinct().toList();
    Tables tables = RowFiles.read(files, params.format(), context);
    List<Split> splits = new ArrayList<>();
    for (FoldFiles fold : folds) {
      Interactions validation =
          fold.validation() == null ? null : tables.interactions(files.indexOf(fold.validation()));
      splits.add(
          new Premade(context)
              .split(
                  fold.name(),
                  tables.interactions(files.indexOf(fold.train())),
                  validation,
                  tables.interactions(files.indexOf(fold.test()))));
    }
    Dataset dataset =
        new Dataset(context.datasetName(), tables.users(), tables.items(), Premade.pairs(tables));
    return new LoadedData(dataset, splits);
  }
}
