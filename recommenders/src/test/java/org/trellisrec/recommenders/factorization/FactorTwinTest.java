package org.trellisrec.recommenders.factorization;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.math.Ratings;
import org.trellisrec.recommenders.twin.Lists;
import org.trellisrec.recommenders.twin.Twin;
import org.trellisrec.recommenders.twin.TwinContract;
import org.trellisrec.recommenders.twin.Vectors;
import org.trellisrec.tensorflow.training.NetworkRecommender;

/** Matrix factorisations against plain Java, with each loss, optimiser and sampler once. */
class FactorTwinTest {
  private static Map<String, Object> with(Map<String, Object> own) {
    Map<String, Object> params =
        new HashMap<>(
            Map.of("epochs", 10, "embedding_size", 3, "learning_rate", 0.05, "negatives", 2));
    params.putAll(own);
    return params;
  }

  private static Mf mf(Map<String, Object> own) {
    return new Mf(Params.of(Mf.Params.class, with(own)));
  }

  @Nested
  class BprWithAdamAndL2 extends TwinContract {
    @Override
    protected NetworkRecommender recommender() {
      return new BprMf(Params.of(BprMf.Params.class, with(Map.of("weight_decay", 0.02))));
    }

    @Override
    protected Twin twin() {
      return new FactorTwin(Lists::bpr);
    }
  }

  @Nested
  class BprWithAdamW extends TwinContract {
    @Override
    protected NetworkRecommender recommender() {
      return new BprMf(
          Params.of(
              BprMf.Params.class,
              with(Map.of("weight_decay", 0.1, "optimizer", "adamw", "sampler", "uniform_user"))));
    }

    @Override
    protected Twin twin() {
      return new FactorTwin(Lists::bpr);
    }
  }

  @Nested
  class CrossEntropyOfBinaryTargets extends TwinContract {
    @Override
    protected NetworkRecommender recommender() {
      return mf(Map.of("sampler", "uniform_user"));
    }

    @Override
    protected Twin twin() {
      return new FactorTwin(
          (batch, scores) ->
              Lists.mean(
                  batch,
                  (u, i, label) ->
                      Vectors.softplus(scores[u][i]) - (label > 0 ? scores[u][i] : 0)));
    }
  }

  @Nested
  class SquaredErrorOfRatings extends TwinContract {
    @Override
    protected NetworkRecommender recommender() {
      return mf(Map.of("loss", "mse", "targets", "ratings", "negatives", 0, "optimizer", "sgd"));
    }

    @Override
    protected Twin twin() {
      return new FactorTwin(
          (batch, scores) ->
              Lists.mean(batch, (u, i, label) -> (label - scores[u][i]) * (label - scores[u][i])));
    }
  }

  @Nested
  class CrossEntropyOfRatings extends TwinContract {
    @Override
    protected NetworkRecommender recommender() {
      return mf(Map.of("targets", "ratings", "weight_decay", 0.01));
    }

    @Override
    protected Twin twin() {
      double greatest = Ratings.greatestOfLabels(data().interactions());
      return new FactorTwin(
          (batch, scores) ->
              Lists.mean(
                  batch,
                  (u, i, label) ->
                      Vectors.softplus(scores[u][i]) - label / greatest * scores[u][i]));
    }
  }
}
