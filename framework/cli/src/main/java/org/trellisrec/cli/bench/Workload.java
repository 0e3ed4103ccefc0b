package org.trellisrec.cli.bench;

import java.util.List;
import java.util.Locale;
import org.trellisrec.cli.bench.Workspace.Data;
import org.trellisrec.config.yaml.Suggestions;
import org.trellisrec.data.EnumWord;
import org.trellisrec.spi.InputException;

/** What can be measured. */
enum Workload {
  /** Reads a large generated file. */
  LOAD(LoadBenchmark.class, Data.LARGE, "MostPop: {}"),

  /** Reads a tenth of it with every user id in quotes. */
  QUOTED(LoadBenchmark.class, Data.QUOTED, "MostPop: {}"),

  /** Reads as much as that from a saved split. */
  SAVED(LoadBenchmark.class, Data.SAVED, "MostPop: {}"),

  /** Reads Amazon Baby with its split. */
  BABY(LoadBenchmark.class, Data.BABY, "MostPop: {}"),

  /** Item neighbourhoods on the MovieLens-1M split. */
  ITEMKNN(
      ExperimentBenchmark.class, Data.MOVIELENS, "ItemKNN: {neighbors: 50, similarity: cosine}"),

  /** The same with every metric. */
  ITEMKNN_ALL(ExperimentBenchmark.class, Data.MOVIELENS, ITEMKNN.model),

  /** User neighbourhoods on the MovieLens-1M split. */
  USERKNN(
      ExperimentBenchmark.class, Data.MOVIELENS, "UserKNN: {neighbors: 50, similarity: cosine}"),

  /** The linear autoencoder on the MovieLens-1M split. */
  EASE_R(ExperimentBenchmark.class, Data.MOVIELENS, "EASE_R: {l2: 500}"),

  /** As {@link #ITEMKNN}, from the start of a JVM to its end. */
  PROCESS(ProcessBenchmark.class, Data.MOVIELENS, ITEMKNN.model),

  /** Measuring lists of the size of MovieLens-1M, and nothing else. */
  EVALUATE(EvaluationBenchmark.class, Data.LISTS, "MostPop: {}"),

  /** Measuring the lists of very many users. */
  MEMORY(MemoryBenchmark.class, Data.MANY_LISTS, "MostPop: {}"),

  /** An epoch of matrix factorisation by BPR on TensorFlow, MovieLens-1M. */
  BPRMF(
      TrainingBenchmark.class,
      Data.MOVIELENS,
      "BPRMF: {embedding_size: 64, batch_size: 2048, epochs: 5" + Workload.RANKED_ONCE),

  /** The same, one sample at a time in Java. */
  BPRMF_SGD(
      TrainingBenchmark.class,
      Data.MOVIELENS,
      "BPRMF_SGD: {embedding_size: 64, epochs: 15" + Workload.RANKED_ONCE),

  /** An epoch of LightGCN on MovieLens-1M. */
  LIGHTGCN(TrainingBenchmark.class, Data.MOVIELENS, "LightGCN: {" + Workload.LIGHTGCN_PARAMETERS),

  /** An epoch of LightGCN on Amazon Baby. */
  LIGHTGCN_BABY(TrainingBenchmark.class, Data.BABY, "LightGCN: {" + Workload.LIGHTGCN_PARAMETERS),

  /** An epoch of LightGCN on MovieLens-1M with rounded products. */
  LIGHTGCN_BFLOAT16(
      TrainingBenchmark.class,
      Data.MOVIELENS,
      "LightGCN: {precision: bfloat16, " + Workload.LIGHTGCN_PARAMETERS),

  /** An epoch of the variational autoencoder on MovieLens-1M. */
  MULTVAE(TrainingBenchmark.class, Data.MOVIELENS, "MultVAE: {" + Workload.MULTVAE_PARAMETERS),

  /** An epoch of the variational autoencoder on Amazon Baby. */
  MULTVAE_BABY(TrainingBenchmark.class, Data.BABY, "MultVAE: {" + Workload.MULTVAE_PARAMETERS),

  /** An epoch of the variational autoencoder on MovieLens-1M with rounded products. */
  MULTVAE_BFLOAT16(
      TrainingBenchmark.class,
      Data.MOVIELENS,
      "MultVAE: {precision: bfloat16, " + Workload.MULTVAE_PARAMETERS),

  /** The same on Amazon Baby. */
  MULTVAE_BABY_BFLOAT16(
      TrainingBenchmark.class,
      Data.BABY,
      "MultVAE: {precision: bfloat16, " + Workload.MULTVAE_PARAMETERS),

  /** An epoch of one branch for users and items on MovieLens-1M, and ranking by it. */
  COBRAR(TrainingBenchmark.class, Data.MOVIELENS, "CoBraR: " + Workload.BRANCH),

  /** The same on Amazon Baby. */
  COBRAR_BABY(TrainingBenchmark.class, Data.BABY, "CoBraR: " + Workload.BRANCH),

  /** An epoch of two branches on MovieLens-1M, and ranking by them. */
  DEEPMF(TrainingBenchmark.class, Data.MOVIELENS, "DeepMF: " + Workload.BRANCH),

  /** The same on Amazon Baby. */
  DEEPMF_BABY(TrainingBenchmark.class, Data.BABY, "DeepMF: " + Workload.BRANCH),

  /** An epoch of one branch with a wide hidden layer on MovieLens-1M. */
  COBRAR_WIDE(
      TrainingBenchmark.class,
      Data.MOVIELENS,
      "CoBraR: {hidden_layers: [2048], embedding_size: 128, negatives: 5, batch_size: 256, epochs: 2"
          + Workload.RANKED_ONCE),

  /** An epoch of one branch for all modalities of an item, trained on two at a time. */
  SIBRAR_SC(
      TrainingBenchmark.class, Data.COLD_ITEMS, "SiBraR: {variant: sc, " + Workload.MODALITIES),

  /** The same, trained on one at a time. */
  SIBRAR_S(TrainingBenchmark.class, Data.COLD_ITEMS, "SiBraR: {variant: s, " + Workload.MODALITIES),

  /** An epoch of contrastive learning between items and their vectors. */
  CLCREC(
      TrainingBenchmark.class,
      Data.COLD_ITEMS,
      "CLCRec: {fidelity: reference_code, modalities: [vector], embedding_size: 128, epochs: 2"
          + Workload.RANKED_ONCE),

  /** An epoch of a model that learns from what is left of entities. */
  DROPOUTNET(
      TrainingBenchmark.class,
      Data.COLD_ITEMS,
      "DropoutNet: {fidelity: reference_code, " + Workload.MODALITIES);

  /**
   * Ends the parameters of what is trained: without validation after epochs, whose rankings would
   * be added to the last one, which serves validation and test.
   */
  private static final String RANKED_ONCE = ", meta: {optimize_internal_loss: true}}";

  private static final String LIGHTGCN_PARAMETERS =
      "embedding_size: 64, n_layers: 3, batch_size: 2048, epochs: 3" + Workload.RANKED_ONCE;
  private static final String MULTVAE_PARAMETERS =
      "hidden_layers: [600], latent_size: 128, batch_size: 2048, epochs: 4" + Workload.RANKED_ONCE;
  private static final String MODALITIES =
      "item_modalities: [interactions, genres, vector], epochs: 2" + Workload.RANKED_ONCE;
  private static final String BRANCH =
      "{hidden_layers: [512], embedding_size: 64, negatives: 5, batch_size: 256, epochs: 2"
          + Workload.RANKED_ONCE;

  private final Class<?> benchmark;
  private final Data data;
  private final String model;

  Workload(Class<?> benchmark, Data data, String model) {
    this.benchmark = benchmark;
    this.data = data;
    this.model = model;
  }

  /**
   * The workload that a user calls so.
   *
   * @throws InputException if there is none
   */
  static Workload named(String word) {
    List<String> words = EnumWord.all(Workload.class);
    int index = words.indexOf(word.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new InputException(
          "there is no benchmark '%s'%s", word, Suggestions.endOfMessage(word, words));
    }
    return values()[index];
  }

  /** Its name on the command line and in the results. */
  String word() {
    return EnumWord.of(this);
  }

  /** The JMH class that does it. */
  Class<?> benchmark() {
    return benchmark;
  }

  /** What it works on. */
  Data data() {
    return data;
  }

  /** True if a run takes minutes, so that it is only done when asked for. */
  boolean isLong() {
    return compareTo(COBRAR) >= 0;
  }

  /** True if only the evaluation of lists is measured. */
  boolean measuresLists() {
    return this == EVALUATE || this == MEMORY;
  }

  /** True if every metric is measured, false if those of the configuration templates are. */
  boolean measuresEveryMetric() {
    return measuresLists() || this == ITEMKNN_ALL;
  }

  /** Length of its lists. */
  int depth() {
    return this == MEMORY ? 20 : 50;
  }

  /** Its model, as an entry of a configuration. */
  String model() {
    return model;
  }
}
