package org.trellisrec.recommenders.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trellisrec.recommenders.linear.Diagonal;
import org.trellisrec.recommenders.linear.Ease;
import org.trellisrec.spi.Model;
import org.trellisrec.testkit.FakeFitContext;

/** Accuracy on Amazon Baby, which has ratings 1 to 5. Runs only where the data are. */
class AmazonBabyAccuracyTest {
  private static final Offset<Double> LAST_DIGIT = within(.00005);

  private static PeerData data;

  @BeforeAll
  static void read() {
    Optional<Path> folder = PeerData.folder("amazon-baby");
    assumeTrue(folder.isPresent(), "Amazon Baby is not on this machine");
    data = PeerData.read(folder.orElseThrow());
  }

  private static Model ease(Diagonal diagonal, boolean binarize) {
    return new Ease(new Ease.Params(500, diagonal, binarize))
        .fit(data.training(), new FakeFitContext(1, 2));
  }

  @Test
  void binarizedEaseAgreesWithRecBoleAndElliot() {
    Model model = ease(Diagonal.GRAM, true);
    PeerMetrics found = PeerMetrics.of(model, data, data.validation());
    assertThat(found.ndcg()).isCloseTo(.03355, withinPercentage(0.2));
    assertThat(found.recall()).isCloseTo(.05058, withinPercentage(0.2));
    assertThat(asElliot(model).ndcg()).isCloseTo(.0336, LAST_DIGIT);
  }

  /** Elliot's diagonal is too small for ratings above 1, which shows in its figure. */
  @Test
  void easeOfRatingsAgreesWithElliot() {
    assertThat(asElliot(ease(Diagonal.COUNT, false)).ndcg()).isCloseTo(.0122, LAST_DIGIT);
  }

  /**
   * Elliot masks training interactions only, and leaves out the 259 users who are in the test data
   * alone; its figures have four decimals.
   */
  private static PeerMetrics asElliot(Model model) {
    return PeerMetrics.of(model, data.ofTrainedUsers(), data.training().interactions());
  }
}
