package org.trellisrec.recommenders.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.NetworkContract;
import org.trellisrec.spi.Model;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.testkit.FakeFitContext;
import org.trellisrec.testkit.PlantedData;

class SiBraRTest extends NetworkContract {
  @Override
  protected NetworkRecommender recommender() {
    return new SiBraR(
        Params.of(
            SiBraR.Params.class,
            Map.of(
                "epochs",
                10,
                "batch_size",
                64,
                "learning_rate",
                3e-3,
                "embedding_size",
                16,
                "projection_size",
                32,
                "hidden_layers",
                List.of(32),
                "item_modalities",
                List.of("interactions", "genres"))));
  }

  @Test
  void sideInformationOfUsersThatIsNotUsedIsTold() {
    FakeFitContext context = new FakeFitContext(1, 1);
    recommender().fit(data().training(), context).close();
    assertThat(context.notes())
        .containsExactly(
            "users have %s, but are encoded from their interactions alone, so that those without any are not scored; user_modalities can name more"
                .formatted(String.join(", ", data().training().side().users().keySet())));
  }

  /** A batch of one user who lacks the only modality of users. */
  @Test
  void aBatchWithoutAnyModalityIsLearnedFrom() {
    TrainingData training = data().training();
    BitSet most = new BitSet();
    most.set(0, training.users().size() - 20);
    SideInformation side =
        new SideInformation(
            Map.of("gender", training.side().users().get("gender").without(most)),
            training.side().items());
    Dataset dataset =
        new Dataset("some", training.users(), training.items(), training.interactions(), side);
    SiBraR recommender =
        new SiBraR(
            Params.of(
                SiBraR.Params.class,
                Map.of(
                    "user_modalities",
                    List.of("gender"),
                    "item_modalities",
                    List.of("interactions", "genres"),
                    "batch_size",
                    1,
                    "epochs",
                    1,
                    "embedding_size",
                    4,
                    "projection_size",
                    4,
                    "hidden_layers",
                    List.of(4))));
    TrainingData few = new TrainingData(dataset, training.interactions().filter(p -> p % 20 == 0));
    try (Model model = recommender.fit(few, new FakeFitContext(1, 1))) {
      float[][] scores = PlantedData.scores(model, data().everyone());
      assertThat(scores[0]).containsOnly(Float.NaN);
      assertThat(scores[training.users().size() - 1]).doesNotContain(Float.NaN);
    }
  }

  @Override
  protected boolean scoresColdItems() {
    return true;
  }

  @Override
  protected boolean usesModalities() {
    return true;
  }
}
