package org.trellisrec.analysis;

import org.trellisrec.spi.PluginModule;

/** The analyses of TrellisRec. */
public final class AnalysisModule extends PluginModule {
  @Override
  protected void plugins() {
    analysis("modality_gap", ModalityGap.class, ModalityGap.Params.class);
    analysis("embedding_plot", EmbeddingPlot.class, EmbeddingPlot.Params.class);
    analysis(
        "missing_modality_curve", MissingModalityCurve.class, MissingModalityCurve.Params.class);
    analysis("parameter_counts", ParameterCounts.class, ParameterCounts.Params.class);
    analysis("popularity_bias", PopularityBias.class, PopularityBias.Params.class);
    analysis("user_boxplot", UserBoxplot.class, UserBoxplot.Params.class);
  }
}
