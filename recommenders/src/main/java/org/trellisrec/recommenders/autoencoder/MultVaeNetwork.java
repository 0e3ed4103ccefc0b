package org.trellisrec.recommenders.autoencoder;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.TrainingData;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.graph.SparseMatrix;
import org.trellisrec.tensorflow.layers.Losses;
import org.trellisrec.tensorflow.layers.Scores;
import org.trellisrec.tensorflow.training.Coverage;
import org.trellisrec.tensorflow.training.Network;

/** Encodes the rows of users, and decodes codes to one logit per item. */
final class MultVaeNetwork implements Network {
  private final Encoder encoder;
  private final Decoder decoder;
  private final double noiseStd;
  private final Annealing annealing;
  private final Coverage coverage;

  MultVaeNetwork(Parameters parameters, TrainingData data, MultVae.Params params) {
    int items = data.items().size();
    encoder = new Encoder(parameters, items, params);
    decoder = new Decoder(parameters, items, params);
    noiseStd = params.noiseStd();
    annealing = new Annealing(parameters, params.annealCap(), params.annealSteps());
    coverage = Coverage.ofProfiles(data);
  }

  @Override
  public Operand<TFloat32> loss(Pass pass, BatchInput batch) {
    Ops tf = pass.tf();
    SparseMatrix rows = batch.users().interactions(true).matrix();
    Code code = encoder.apply(pass, rows);
    Operand<TFloat32> logits =
        Scores.ofAll(pass, decoder.users(pass, code.draw(pass, noiseStd)), decoder.allItems(tf));
    Operand<TFloat32> likelihood = Losses.mean(tf, Losses.multinomial(tf, logits, rows));
    Operand<TFloat32> divergence = Losses.mean(tf, code.divergence(tf));
    Operand<TFloat32> weighted = tf.math.mul(divergence, annealing.weight(tf));
    return Losses.sum(tf, tf.math.add(likelihood, weighted));
  }

  @Override
  public Operand<TFloat32> users(Pass pass, EntityInput input) {
    return decoder.users(pass, encoder.apply(pass, input.interactions(true).matrix()).mean());
  }

  @Override
  public Operand<TFloat32> items(Pass pass, EntityInput input) {
    return decoder.items(pass, input);
  }

  @Override
  public Coverage coverage() {
    return coverage;
  }
}
