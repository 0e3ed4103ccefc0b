package org.trellisrec.recommenders.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.data.Interactions;
import org.trellisrec.recommenders.autoencoder.MultVae;
import org.trellisrec.recommenders.factorization.BprMf;
import org.trellisrec.recommenders.factorization.BprMfSgd;
import org.trellisrec.recommenders.graph.LightGcn;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.testkit.FakeFitContext;

/**
 * Models that are trained step by step reach what other frameworks reach on the same data, with the
 * same sizes. Runs only where the data are; what takes minutes, only with {@code
 * -Dtrellisrec.long=true}.
 */
class TrainedAccuracyTest {
  /** How much the result of another seed may lie below. */
  private static final double NOISE = 0.98;

  private static PeerData data(String folder) {
    assumeTrue(PeerData.folder(folder).isPresent(), folder + " is not on this machine");
    return PeerData.read(PeerData.folder(folder).orElseThrow());
  }

  private static void takesMinutes() {
    assumeTrue(Boolean.getBoolean("trellisrec.long"), "takes minutes; see -Dtrellisrec.long=true");
  }

  private static Model fit(Recommender recommender, PeerData data) {
    return recommender.fit(data.training(), new FakeFitContext(1, 2));
  }

  private static void reaches(double found, double peer) {
    assertThat(found).isGreaterThan(NOISE * peer);
  }

  /** Cornac: 64 factors, 30 epochs, learning rate 0.05, lambda 0.01. */
  @Test
  void bprByGradientDescentReachesCornac() {
    PeerData movielens = data("movielens-1m/split-70-10-20");
    Map<String, Object> params =
        Map.of(
            "epochs",
            30,
            "learning_rate",
            0.05,
            "user_regularization",
            0.01,
            "positive_item_regularization",
            0.01,
            "negative_item_regularization",
            0.01,
            "bias_regularization",
            0.01);
    try (Model model = fit(new BprMfSgd(Params.of(BprMfSgd.Params.class, params)), movielens)) {
      Interactions train = movielens.training().interactions();
      Interactions none = Interactions.empty(train.rows(), train.columns());
      PeerMetrics found = PeerMetrics.of(model, movielens, none, 5);
      reaches(found.ndcg(), .29535);
      reaches(found.recall(), .06873);
    }
  }

  /** RecBole: 64 factors, 37 epochs. */
  @Test
  void bprReachesRecBole() {
    PeerData baby = data("amazon-baby");
    takesMinutes();
    Map<String, Object> params = Map.of("epochs", 37, "embedding_size", 64);
    try (Model model = fit(new BprMf(Params.of(BprMf.Params.class, params)), baby)) {
      PeerMetrics found = PeerMetrics.of(model, baby, baby.validation());
      reaches(found.ndcg(), .01786);
      reaches(found.recall(), .02920);
    }
  }

  /**
   * RecBole: 64 factors, 3 layers, 73 epochs, of which validation chose the best. Chosen so, three
   * seeds of ours have .0308, .0314 and .0308; the last epoch, which this test takes, lies a little
   * lower.
   */
  @Test
  void lightGcnReachesRecBole() {
    PeerData baby = data("amazon-baby");
    takesMinutes();
    Map<String, Object> params = Map.of("epochs", 73, "l2", 1e-3);
    try (Model model = fit(new LightGcn(Params.of(LightGcn.Params.class, params)), baby)) {
      PeerMetrics found = PeerMetrics.of(model, baby, baby.validation());
      assertThat(found.ndcg()).isGreaterThan(0.97 * .03143);
      reaches(found.recall(), .05009);
    }
  }

  /** RecBole: hidden 600, code 128, stopped after 10 epochs. */
  @Test
  void multVaeReachesRecBole() {
    PeerData baby = data("amazon-baby");
    takesMinutes();
    Map<String, Object> params =
        Map.of("epochs", 10, "hidden_layers", List.of(600), "latent_size", 128, "batch_size", 2048);
    try (Model model = fit(new MultVae(Params.of(MultVae.Params.class, params)), baby)) {
      PeerMetrics found = PeerMetrics.of(model, baby, baby.validation());
      reaches(found.ndcg(), .02476);
      reaches(found.recall(), .04116);
    }
  }
}
