package org.trellisrec.recommenders.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.data.Interactions;
import org.trellisrec.recommenders.factorization.Ials;
import org.trellisrec.recommenders.linear.Diagonal;
import org.trellisrec.recommenders.linear.Ease;
import org.trellisrec.recommenders.neighbors.Implementation;
import org.trellisrec.recommenders.neighbors.ItemKnn;
import org.trellisrec.recommenders.neighbors.NeighborDefaults;
import org.trellisrec.recommenders.neighbors.NeighborParams;
import org.trellisrec.recommenders.neighbors.Rp3Beta;
import org.trellisrec.recommenders.neighbors.Similarity;
import org.trellisrec.recommenders.neighbors.UserKnn;
import org.trellisrec.recommenders.popularity.MostPop;
import org.trellisrec.spi.Recommender;
import org.trellisrec.testkit.FakeFitContext;

/**
 * Accuracy on a published split of MovieLens-1M against what other frameworks reach with the same
 * definitions. Runs only where the data are.
 */
class MovieLensAccuracyTest {
  private static final double TENTH_OF_PERCENT = 0.1;
  private static PeerData data;

  @BeforeAll
  static void read() {
    Optional<Path> folder = PeerData.folder("movielens-1m/split-70-10-20");
    assumeTrue(folder.isPresent(), "the MovieLens-1M split is not on this machine");
    data = PeerData.read(folder.orElseThrow());
  }

  private static PeerMetrics asElliot(Recommender recommender) {
    Interactions train = data.training().interactions();
    return PeerMetrics.of(
        recommender.fit(data.training(), new FakeFitContext(1, 2)),
        data,
        Interactions.empty(train.rows(), train.columns()));
  }

  private static PeerMetrics asRecBole(Recommender recommender) {
    return PeerMetrics.of(
        recommender.fit(data.training(), new FakeFitContext(1, 2)), data, data.validation());
  }

  private static void check(
      PeerMetrics found, double ndcg, double recall, double precision, double percent) {
    assertThat(found.ndcg()).isCloseTo(ndcg, withinPercentage(percent));
    assertThat(found.recall()).isCloseTo(recall, withinPercentage(percent));
    assertThat(found.precision()).isCloseTo(precision, withinPercentage(percent));
  }

  private static NeighborParams cosine(Implementation implementation, double shrink) {
    return NeighborDefaults.with(50, Similarity.COSINE, implementation, shrink);
  }

  @Test
  void mostPopAgreesWithElliot() {
    check(asElliot(new MostPop()), .17555, .06371, .15871, TENTH_OF_PERCENT);
  }

  @Test
  void itemKnnStandardAgreesWithElliot() {
    check(
        asElliot(new ItemKnn(cosine(Implementation.STANDARD, 0))),
        .29776,
        .12613,
        .26962,
        TENTH_OF_PERCENT);
  }

  @Test
  void itemKnnAiolliAgreesWithElliot() {
    check(
        asElliot(new ItemKnn(cosine(Implementation.AIOLLI, 100))),
        .29655,
        .12453,
        .26725,
        TENTH_OF_PERCENT);
  }

  @Test
  void itemKnnTextbookAgreesWithRecBole() {
    check(
        asRecBole(new ItemKnn(cosine(Implementation.TEXTBOOK, 0))),
        .35482,
        .13874,
        .31839,
        TENTH_OF_PERCENT);
  }

  @Test
  void userKnnStandardAgreesWithElliotUpToTies() {
    check(asElliot(new UserKnn(cosine(Implementation.STANDARD, 0))), .30130, .13321, .27098, 2);
  }

  @Test
  void rp3BetaAgreesWithElliot() {
    Rp3Beta.Params params =
        Params.of(Rp3Beta.Params.class, Map.of("neighbors", 100, "pruning", "both"));
    check(asElliot(new Rp3Beta(params)), .27960, .12662, .25320, TENTH_OF_PERCENT);
  }

  /** With another start of the vectors. */
  @Test
  void ialsReachesElliot() {
    Ials.Params params =
        Params.of(
            Ials.Params.class,
            Map.of("alpha", 10, "l2", 0.1, "epochs", 10, "initial_deviation", 0.01));
    check(asElliot(new Ials(params)), .30060, .14442, .26826, 1);
  }

  @Test
  void easeAgreesWithElliot() {
    check(
        asElliot(new Ease(new Ease.Params(500, Diagonal.COUNT, false))),
        .34659,
        .15558,
        .30939,
        TENTH_OF_PERCENT);
  }

  @Test
  void easeAgreesWithRecBole() {
    check(
        asRecBole(new Ease(new Ease.Params(500, Diagonal.GRAM, false))),
        .41751,
        .17239,
        .36914,
        TENTH_OF_PERCENT);
  }
}
