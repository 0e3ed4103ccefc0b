package org.trellisrec.io;

import org.trellisrec.generate.Generated;
import org.trellisrec.spi.PluginModule;

/** The readers that come with the core. */
public final class CoreModule extends PluginModule {
  @Override
  protected void plugins() {
    reader("dataset", DatasetFile.class, DatasetFile.Params.class, "delimited");
    reader("fixed", FixedFiles.class, FixedFiles.Params.class);
    reader("hierarchy", HierarchyFiles.class, HierarchyFiles.Params.class);
    reader("recbole", RecBoleFiles.class, RecBoleFiles.Params.class);
    reader("adjacency", AdjacencyFiles.class, AdjacencyFiles.Params.class);
    reader("generated", Generated.class, Generated.Params.class);
    sideInformation("delimited", DelimitedSide.class, DelimitedSide.Params.class);
    sideInformation("recbole", RecBoleSide.class, RecBoleSide.Params.class);
    sideInformation("numpy", NumpySide.class, NumpySide.Params.class);
    sideInformation("ItemAttributes", ItemAttributes.class, ItemAttributes.Params.class);
  }
}
