package org.trellisrec.recommenders.branch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.data.SideInformation;
import org.trellisrec.recommenders.NetworkContract;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.training.NetworkRecommender;

class ClcRecTest extends NetworkContract {
  private static ClcRec clcRec(Map<String, Object> params) {
    return new ClcRec(Params.of(ClcRec.Params.class, params));
  }

  @Override
  protected NetworkRecommender recommender() {
    return clcRec(
        Map.of(
            "epochs",
            10,
            "batch_size",
            64,
            "learning_rate",
            0.01,
            "embedding_size",
            16,
            "negatives",
            10,
            "hidden_layers",
            List.of(32),
            "modalities",
            List.of("genres")));
  }

  @Override
  protected boolean scoresColdItems() {
    return true;
  }

  @Override
  protected boolean usesModalities() {
    return true;
  }

  @Test
  void needsSideInformation() {
    assertThatThrownBy(() -> recommender().check(SideInformation.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no side information 'genres' of items; there is none");
    assertThatThrownBy(() -> clcRec(Map.of("side", "users")).check(SideInformation.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs side information of users");
  }

  @Test
  void theProgramReadsOneModality() {
    assertThatThrownBy(
            () ->
                clcRec(
                        Map.of(
                            "fidelity",
                            "reference_code",
                            "modalities",
                            List.of("genres", "vector")))
                    .check(PlantedCold.items().training().side()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("reads one modality of items");
  }
}
