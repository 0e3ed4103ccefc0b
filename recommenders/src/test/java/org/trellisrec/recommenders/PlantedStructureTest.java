package org.trellisrec.recommenders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.autoencoder.MultVae;
import org.trellisrec.recommenders.branch.CoBraR;
import org.trellisrec.recommenders.branch.DeepMf;
import org.trellisrec.recommenders.factorization.BprMf;
import org.trellisrec.recommenders.factorization.BprMfSgd;
import org.trellisrec.recommenders.factorization.Ials;
import org.trellisrec.recommenders.factorization.Mf;
import org.trellisrec.recommenders.graph.LightGcn;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.testkit.FakeFitContext;
import org.trellisrec.testkit.PlantedData;

/** Models that are trained step by step find factors that were planted, and by a wide margin. */
class PlantedStructureTest {
  private static final double MARGIN = 1.5;

  private static <P extends Record> Arguments model(
      Function<P, Recommender> make, Class<P> params, Map<String, Object> values) {
    return Arguments.of(
        params.getEnclosingClass().getSimpleName(), make.apply(Params.of(params, values)));
  }

  private static Stream<Arguments> models() {
    Map<String, Object> factors =
        Map.of("epochs", 30, "embedding_size", 16, "learning_rate", 0.01, "batch_size", 256);
    Map<String, Object> branch =
        Map.of(
            "epochs",
            10,
            "embedding_size",
            16,
            "hidden_layers",
            List.of(32),
            "learning_rate",
            0.005,
            "batch_size",
            256,
            "loss_reduction",
            "mean");
    return Stream.of(
        model(BprMf::new, BprMf.Params.class, factors),
        model(Mf::new, Mf.Params.class, factors),
        model(LightGcn::new, LightGcn.Params.class, factors),
        model(Ials::new, Ials.Params.class, Map.of("embedding_size", 16)),
        model(BprMfSgd::new, BprMfSgd.Params.class, Map.of("epochs", 30, "embedding_size", 16)),
        model(
            MultVae::new,
            MultVae.Params.class,
            Map.of(
                "epochs",
                60,
                "batch_size",
                50,
                "learning_rate",
                0.005,
                "hidden_layers",
                List.of(64),
                "latent_size",
                16)),
        model(CoBraR::new, CoBraR.Params.class, branch),
        model(DeepMf::new, DeepMf.Params.class, branch));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void isFound(String name, Recommender recommender) {
    PlantedData data = PlantedData.of(300, 150, 9000, 21);
    try (Model model = recommender.fit(data.training(), new FakeFitContext(4))) {
      assertThat(data.hits(model)).as(name).isGreaterThan(MARGIN * data.hitsOfPopularity());
    }
  }
}
