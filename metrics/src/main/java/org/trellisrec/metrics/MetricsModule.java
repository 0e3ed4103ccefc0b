package org.trellisrec.metrics;

import org.trellisrec.metrics.accuracy.F1;
import org.trellisrec.metrics.accuracy.HitRate;
import org.trellisrec.metrics.accuracy.MeanAveragePrecision;
import org.trellisrec.metrics.accuracy.MeanReciprocalRank;
import org.trellisrec.metrics.accuracy.Ndcg;
import org.trellisrec.metrics.accuracy.NdcgRendle2020;
import org.trellisrec.metrics.accuracy.Precision;
import org.trellisrec.metrics.accuracy.Recall;
import org.trellisrec.metrics.bias.LongTailShare;
import org.trellisrec.metrics.bias.PopularityParity;
import org.trellisrec.metrics.bias.RecommendationPopularity;
import org.trellisrec.metrics.coverage.ItemCoverage;
import org.trellisrec.metrics.diversity.Gini;
import org.trellisrec.spi.PluginModule;

/** Names as Elliot spells them; RecBole's names are aliases. */
public final class MetricsModule extends PluginModule {
  @Override
  protected void plugins() {
    metric("nDCG", Ndcg.class, Ndcg.Params.class);
    metric("nDCGRendle2020", NdcgRendle2020.class);
    metric("Precision", Precision.class);
    metric("Recall", Recall.class);
    metric("HR", HitRate.class, "Hit", "HitRate");
    metric("MRR", MeanReciprocalRank.class);
    metric("MAP", MeanAveragePrecision.class);
    metric("F1", F1.class);
    metric("ItemCoverage", ItemCoverage.class);
    metric("ARP", RecommendationPopularity.class, "AveragePopularity");
    metric("APLT", LongTailShare.class, "TailPercentage");
    metric("PopRSP", PopularityParity.class);
    metric("Gini", Gini.class, "GiniIndex");
  }
}
