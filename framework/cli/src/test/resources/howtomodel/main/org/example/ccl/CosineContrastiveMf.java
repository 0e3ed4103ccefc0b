package org.example.ccl;

import jakarta.inject.Inject;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.batch.ListSource;
import org.trellisrec.tensorflow.batch.PositiveOrder;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Cosine;
import org.trellisrec.tensorflow.layers.Embedding;
import org.trellisrec.tensorflow.layers.Losses;
import org.trellisrec.tensorflow.layers.Scores;
import org.trellisrec.tensorflow.training.Coverage;
import org.trellisrec.tensorflow.training.Network;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.tensorflow.training.TrainingParams;

/**
 * Matrix factorisation under the cosine contrastive loss: {@code s(u, i) = cos(p_u, q_i)}, and over
 * training interactions (u, i), each with a set N of sampled negatives, the mean of
 *
 * <pre>1 - s(u, i) + w / |N| sum over j in N of max(0, s(u, j) - m)</pre>
 *
 * <p>Source: Mao et al., SimpleX: A simple and strong baseline for collaborative filtering, CIKM
 * 2021, doi:10.1145/3459637.3482297, equation 1.
 *
 * <p>Cold entities are not scored: their vectors are untrained.
 */
@Summary(
    value = "Matrix factorisation trained by the cosine contrastive loss, on TensorFlow.",
    source = "Mao et al.: SimpleX, CIKM 2021, doi:10.1145/3459637.3482297")
public final class CosineContrastiveMf implements NetworkRecommender {
  /**
   * What can be configured.
   *
   * @param embeddingSize length of the vectors
   * @param negatives negatives per positive, |N|
   * @param margin m
   * @param negativeWeight w
   * @param training how it is trained
   */
  public record Params(
      @Param(description = "Length of the vectors.", byDefault = "64", min = 1) int embeddingSize,
      @Param(description = "Negatives per interaction.", byDefault = "50", min = 1) int negatives,
      @Param(
              description = "Cosine up to which a negative costs nothing.",
              byDefault = "0.4",
              min = -1,
              max = 1)
          double margin,
      @Param(description = "Weight of the negatives.", byDefault = "1", min = 0)
          double negativeWeight,
      @Inline(defaults = {"batch_size: 1024"}) TrainingParams training) {}

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public CosineContrastiveMf(Params params) {
    this.params = params;
  }

  @Override
  public TrainingParams training() {
    return params.training();
  }

  @Override
  public BatchSource batches(TrainingData data, Seed seed) {
    return new ListSource(
        data.interactions(),
        PositiveOrder.PER_POSITIVE,
        params.negatives(),
        params.training().batchSize(),
        true,
        seed);
  }

  @Override
  public Network network(Ops tf, Parameters parameters, TrainingData data) {
    return new Vectors(parameters, data);
  }

  private final class Vectors implements Network {
    private final Embedding users;
    private final Embedding items;
    private final Coverage coverage;

    Vectors(Parameters parameters, TrainingData data) {
      users = table(parameters, "embeddings/users", data.users().size());
      items = table(parameters, "embeddings/items", data.items().size());
      coverage = Coverage.ofTrained(data);
    }

    private Embedding table(Parameters parameters, String name, int entities) {
      int size = params.embeddingSize();
      return new Embedding(parameters, name, entities, size, Initializer.normal(0.1));
    }

    @Override
    public Operand<TFloat32> loss(Pass pass, BatchInput batch) {
      Ops tf = pass.tf();
      Operand<TFloat32> ofUsers = batch.perList(users(pass, batch.users()));
      Operand<TFloat32> ofItems = batch.perItem(items(pass, batch.items()));
      Operand<TFloat32> scores =
          Scores.ofLists(tf, ofUsers, batch.asLists(ofItems, params.embeddingSize()));
      Operand<TFloat32> one = tf.constant(1f);
      Operand<TFloat32> excess =
          tf.nn.relu(tf.math.sub(scores, tf.constant((float) params.margin())));
      float share = (float) (params.negativeWeight() / params.negatives());
      // A list holds one positive, labelled 1, and its negatives, labelled 0.
      Operand<TFloat32> costs =
          tf.math.add(
              tf.math.mul(batch.labels(), tf.math.sub(one, scores)),
              tf.math.mul(
                  tf.math.sub(one, batch.labels()), tf.math.mul(excess, tf.constant(share))));
      return Losses.mean(tf, tf.reduceSum(costs, tf.constant(1)));
    }

    @Override
    public Operand<TFloat32> users(Pass pass, EntityInput input) {
      return Cosine.normalize(pass.tf(), users.apply(pass, input.indices()));
    }

    @Override
    public Operand<TFloat32> items(Pass pass, EntityInput input) {
      return Cosine.normalize(pass.tf(), items.apply(pass, input.indices()));
    }

    @Override
    public Coverage coverage() {
      return coverage;
    }
  }
}
