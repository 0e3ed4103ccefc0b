package org.trellisrec.recommenders;

import org.trellisrec.recommenders.autoencoder.MultVae;
import org.trellisrec.recommenders.branch.ClcRec;
import org.trellisrec.recommenders.branch.CoBraR;
import org.trellisrec.recommenders.branch.DeepMf;
import org.trellisrec.recommenders.branch.DropoutNet;
import org.trellisrec.recommenders.branch.MuBraR;
import org.trellisrec.recommenders.branch.SiBraR;
import org.trellisrec.recommenders.branch.UniBraR;
import org.trellisrec.recommenders.factorization.BprMf;
import org.trellisrec.recommenders.factorization.BprMfSgd;
import org.trellisrec.recommenders.factorization.Ials;
import org.trellisrec.recommenders.factorization.Mf;
import org.trellisrec.recommenders.files.ProxyRecommender;
import org.trellisrec.recommenders.files.RecommendationFolder;
import org.trellisrec.recommenders.graph.LightGcn;
import org.trellisrec.recommenders.linear.Ease;
import org.trellisrec.recommenders.neighbors.AttributeItemKnn;
import org.trellisrec.recommenders.neighbors.AttributeParams;
import org.trellisrec.recommenders.neighbors.AttributeUserKnn;
import org.trellisrec.recommenders.neighbors.ItemKnn;
import org.trellisrec.recommenders.neighbors.NeighborParams;
import org.trellisrec.recommenders.neighbors.Rp3Beta;
import org.trellisrec.recommenders.neighbors.UserKnn;
import org.trellisrec.recommenders.popularity.MostPop;
import org.trellisrec.recommenders.popularity.RandomRecommender;
import org.trellisrec.spi.PluginModule;

/** The recommenders that come with TrellisRec. */
public final class RecommendersModule extends PluginModule {
  @Override
  protected void plugins() {
    recommender("MostPop", MostPop.class, "Pop");
    recommender("Random", RandomRecommender.class, RandomRecommender.Params.class);
    recommender("ItemKNN", ItemKnn.class, NeighborParams.class);
    recommender("UserKNN", UserKnn.class, NeighborParams.class);
    recommender("RP3beta", Rp3Beta.class, Rp3Beta.Params.class);
    recommender("AttributeItemKNN", AttributeItemKnn.class, AttributeParams.class);
    recommender("AttributeUserKNN", AttributeUserKnn.class, AttributeParams.class);
    recommender("BPRMF", BprMf.class, BprMf.Params.class, "BPRMF_batch");
    recommender("BPRMF_SGD", BprMfSgd.class, BprMfSgd.Params.class);
    recommender("iALS", Ials.class, Ials.Params.class, "WRMF");
    recommender("MF", Mf.class, Mf.Params.class);
    recommender("DeepMF", DeepMf.class, DeepMf.Params.class, "DMF");
    recommender("CoBraR", CoBraR.class, CoBraR.Params.class);
    recommender("SiBraR", SiBraR.class, SiBraR.Params.class);
    recommender("MuBraR", MuBraR.class, MuBraR.Params.class);
    recommender("UniBraR", UniBraR.class, UniBraR.Params.class);
    recommender("CLCRec", ClcRec.class, ClcRec.Params.class);
    recommender("DropoutNet", DropoutNet.class, DropoutNet.Params.class);
    recommender("LightGCN", LightGcn.class, LightGcn.Params.class);
    recommender("MultVAE", MultVae.class, MultVae.Params.class, "MultiVAE");
    recommender("EASE_R", Ease.class, Ease.Params.class, "EASER", "EASE");
    recommender("ProxyRecommender", ProxyRecommender.class, ProxyRecommender.Params.class);
    recommender(
        "RecommendationFolder", RecommendationFolder.class, RecommendationFolder.Params.class);
  }
}
