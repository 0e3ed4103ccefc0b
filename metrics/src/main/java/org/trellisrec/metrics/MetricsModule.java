package org.trellisrec.metrics;

import org.trellisrec.metrics.accuracy.Auc;
import org.trellisrec.metrics.accuracy.CappedRecall;
import org.trellisrec.metrics.accuracy.ExtendedF1;
import org.trellisrec.metrics.accuracy.F1;
import org.trellisrec.metrics.accuracy.FBeta;
import org.trellisrec.metrics.accuracy.GroupAuc;
import org.trellisrec.metrics.accuracy.HitRate;
import org.trellisrec.metrics.accuracy.LimitedAuc;
import org.trellisrec.metrics.accuracy.MeanAveragePrecision;
import org.trellisrec.metrics.accuracy.MeanAverageRecall;
import org.trellisrec.metrics.accuracy.MeanReciprocalRank;
import org.trellisrec.metrics.accuracy.Ndcg;
import org.trellisrec.metrics.accuracy.NdcgRendle2020;
import org.trellisrec.metrics.accuracy.Precision;
import org.trellisrec.metrics.accuracy.RPrecision;
import org.trellisrec.metrics.accuracy.Recall;
import org.trellisrec.metrics.bias.ExtendedPopularityOpportunity;
import org.trellisrec.metrics.bias.ExtendedPopularityParity;
import org.trellisrec.metrics.bias.LongTailCount;
import org.trellisrec.metrics.bias.LongTailShare;
import org.trellisrec.metrics.bias.PopRatioParams;
import org.trellisrec.metrics.bias.PopularityCalibration;
import org.trellisrec.metrics.bias.PopularityLift;
import org.trellisrec.metrics.bias.PopularityOpportunity;
import org.trellisrec.metrics.bias.PopularityParity;
import org.trellisrec.metrics.bias.RecommendationPopularity;
import org.trellisrec.metrics.bias.ShortHeadParams;
import org.trellisrec.metrics.coverage.ColdItemCoverage;
import org.trellisrec.metrics.coverage.ItemCoverage;
import org.trellisrec.metrics.coverage.NumRetrieved;
import org.trellisrec.metrics.coverage.UserCoverage;
import org.trellisrec.metrics.coverage.UserCoverageAtN;
import org.trellisrec.metrics.diversity.Gini;
import org.trellisrec.metrics.diversity.IntraListDiversity;
import org.trellisrec.metrics.diversity.Serendipity;
import org.trellisrec.metrics.diversity.ShannonEntropy;
import org.trellisrec.metrics.diversity.SubtopicRecall;
import org.trellisrec.metrics.fairness.BiasDisparity;
import org.trellisrec.metrics.fairness.ClusterParams;
import org.trellisrec.metrics.fairness.ItemRankingDifference;
import org.trellisrec.metrics.fairness.ItemRatingDifference;
import org.trellisrec.metrics.fairness.RankingOpportunity;
import org.trellisrec.metrics.fairness.RankingParity;
import org.trellisrec.metrics.fairness.RecommendationBias;
import org.trellisrec.metrics.fairness.SourceBias;
import org.trellisrec.metrics.fairness.UserItemClusters;
import org.trellisrec.metrics.fairness.UserRankingDifference;
import org.trellisrec.metrics.fairness.UserRatingDifference;
import org.trellisrec.metrics.grouped.Grouped;
import org.trellisrec.metrics.novelty.ExpectedFreeDiscovery;
import org.trellisrec.metrics.novelty.ExpectedPopularityComplement;
import org.trellisrec.metrics.novelty.ExtendedFreeDiscovery;
import org.trellisrec.metrics.novelty.ExtendedPopularityComplement;
import org.trellisrec.metrics.novelty.RelevanceParams;
import org.trellisrec.metrics.novelty.SelfInformation;
import org.trellisrec.metrics.rating.MeanAbsoluteError;
import org.trellisrec.metrics.rating.MeanSquaredError;
import org.trellisrec.metrics.rating.RootMeanSquaredError;
import org.trellisrec.spi.PluginModule;

/** Names as Elliot spells them; other names are aliases. */
public final class MetricsModule extends PluginModule {
  @Override
  protected void plugins() {
    accuracy();
    rating();
    coverage();
    noveltyAndDiversity();
    bias();
    fairness();
    metric("Grouped", Grouped.class, Grouped.Params.class);
  }

  private void accuracy() {
    metric("nDCG", Ndcg.class, Ndcg.Params.class);
    metric("nDCGRendle2020", NdcgRendle2020.class);
    metric("Precision", Precision.class);
    metric("Recall", Recall.class);
    metric("CappedRecall", CappedRecall.class);
    metric("RPrecision", RPrecision.class, "R-Precision");
    metric("HR", HitRate.class, "Hit", "HitRate");
    metric("MRR", MeanReciprocalRank.class);
    metric("MAP", MeanAveragePrecision.class);
    metric("MAR", MeanAverageRecall.class);
    metric("F1", F1.class);
    metric("DSC", FBeta.class, FBeta.Params.class, "FBeta", "F-beta");
    metric("ExtendedF1", ExtendedF1.class, ExtendedF1.Params.class);
    metric("AUC", Auc.class);
    metric("GAUC", GroupAuc.class);
    metric("LAUC", LimitedAuc.class);
  }

  private void rating() {
    metric("MAE", MeanAbsoluteError.class);
    metric("MSE", MeanSquaredError.class);
    metric("RMSE", RootMeanSquaredError.class);
  }

  private void coverage() {
    metric("ItemCoverage", ItemCoverage.class, ItemCoverage.Params.class);
    metric("ColdItemCoverage", ColdItemCoverage.class);
    metric("UserCoverage", UserCoverage.class);
    metric("UserCoverageAtN", UserCoverageAtN.class);
    metric("NumRetrieved", NumRetrieved.class);
  }

  private void noveltyAndDiversity() {
    metric("EPC", ExpectedPopularityComplement.class);
    metric("EFD", ExpectedFreeDiscovery.class);
    metric("ExtendedEPC", ExtendedPopularityComplement.class, RelevanceParams.class);
    metric("ExtendedEFD", ExtendedFreeDiscovery.class, RelevanceParams.class);
    metric("SelfInformation", SelfInformation.class, "MSI");
    metric("Gini", Gini.class, "GiniIndex");
    metric("SEntropy", ShannonEntropy.class, "ShannonEntropy");
    metric("SRecall", SubtopicRecall.class, SubtopicRecall.Params.class);
    metric("ILD", IntraListDiversity.class, IntraListDiversity.Params.class);
    metric("Serendipity", Serendipity.class, Serendipity.Params.class);
  }

  private void bias() {
    metric("ARP", RecommendationPopularity.class, "AveragePopularity");
    metric("APLT", LongTailShare.class, ShortHeadParams.class, "TailPercentage");
    metric("ACLT", LongTailCount.class, ShortHeadParams.class);
    metric("PopRSP", PopularityParity.class, ShortHeadParams.class);
    metric("PopREO", PopularityOpportunity.class, ShortHeadParams.class);
    metric("ExtendedPopRSP", ExtendedPopularityParity.class, PopRatioParams.class);
    metric("ExtendedPopREO", ExtendedPopularityOpportunity.class, PopRatioParams.class);
    metric("PL", PopularityLift.class, "PopularityLift");
    metric("UPD", PopularityCalibration.class, "PopularityCalibration");
  }

  private void fairness() {
    metric("BiasDisparityBS", SourceBias.class, UserItemClusters.class);
    metric("BiasDisparityBR", RecommendationBias.class, UserItemClusters.class);
    metric("BiasDisparityBD", BiasDisparity.class, UserItemClusters.class);
    metric("UserMADrating", UserRatingDifference.class, ClusterParams.class);
    metric("UserMADranking", UserRankingDifference.class, UserRankingDifference.Params.class);
    metric("ItemMADrating", ItemRatingDifference.class, ClusterParams.class);
    metric("ItemMADranking", ItemRankingDifference.class, ClusterParams.class);
    metric("RSP", RankingParity.class, ClusterParams.class);
    metric("REO", RankingOpportunity.class, ClusterParams.class);
  }
}
