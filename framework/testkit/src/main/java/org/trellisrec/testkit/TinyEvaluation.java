package org.trellisrec.testkit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Hidden;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.evaluation.Evaluator;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.evaluation.Recommendations;
import org.trellisrec.evaluation.RecommendationsBuilder;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.Popularity;
import org.trellisrec.spi.TaskContext;

/**
 * A task and its ranked lists, written down by hand to test a metric:
 *
 * <pre>{@code
 * double value = TinyEvaluation.of(1, 10)
 *     .relevant(0, 3, 4)        // user 0 likes items 3 and 4
 *     .list(0, 7, 3, 5)         // and is shown 7, 3, 5, in this order
 *     .value(new MyMetric(), 2);
 * }</pre>
 *
 * The task serves every user with a held-out item. Unless said otherwise all items are candidates,
 * the convention is {@code standard} and the threshold is 0.
 */
public final class TinyEvaluation {
  private final int users;
  private final int items;
  private final Cells train = new Cells();
  private final Cells truth = new Cells();
  private final Cells masked = new Cells();
  private final TreeMap<Integer, int[]> lists = new TreeMap<>();
  private final Map<Integer, double[]> scoresOf = new LinkedHashMap<>();
  private final Map<String, Modality> userSide = new LinkedHashMap<>();
  private final Map<String, Modality> itemSide = new LinkedHashMap<>();
  private ItemSet candidates;
  private Convention convention = Convention.STANDARD;
  private double threshold;
  private int topScore;

  private TinyEvaluation(int users, int items) {
    this.users = users;
    this.items = items;
    this.candidates = ItemSet.all(items);
  }

  /** Nothing known yet of this many users and items. */
  public static TinyEvaluation of(int users, int items) {
    return new TinyEvaluation(users, items);
  }

  /** Adds training interactions, which are also the visible history. */
  public TinyEvaluation train(int user, int... trained) {
    Arrays.stream(trained).forEach(item -> train.add(user, item, 1f));
    return this;
  }

  /** Keeps items out of the lists of a user, as the history always is: for validation, say. */
  public TinyEvaluation mask(int user, int... hidden) {
    Arrays.stream(hidden).forEach(item -> masked.add(user, item, 1f));
    return this;
  }

  /** Adds held-out items with a rating of 1. */
  public TinyEvaluation relevant(int user, int... held) {
    Arrays.stream(held).forEach(item -> truth.add(user, item, 1f));
    return this;
  }

  /** Adds a held-out item with a rating. */
  public TinyEvaluation rated(int user, int item, double rating) {
    truth.add(user, item, (float) rating);
    return this;
  }

  /** Sets the list of a user, best first; scores count down to 1. */
  public TinyEvaluation list(int user, int... ranked) {
    lists.put(user, ranked.clone());
    return this;
  }

  /** Adds a modality of the users. */
  public TinyEvaluation users(String name, Modality modality) {
    userSide.put(name, modality);
    return this;
  }

  /** Adds a modality of the items. */
  public TinyEvaluation items(String name, Modality modality) {
    itemSide.put(name, modality);
    return this;
  }

  /** Limits the candidates, for everyone. */
  public TinyEvaluation candidates(int... members) {
    ItemSet only = ItemSet.where(items, i -> Arrays.stream(members).anyMatch(m -> m == i));
    this.candidates = only;
    return this;
  }

  /** Sets the list of a user with its scores, which do not ascend. */
  public TinyEvaluation scored(int user, int[] ranked, double... scores) {
    if (ranked.length != scores.length) {
      throw new IllegalArgumentException(
          "%d items, but %d scores".formatted(ranked.length, scores.length));
    }
    scoresOf.put(user, scores.clone());
    return list(user, ranked);
  }

  /** Makes the scores of every list count down from this one, where no scores are given. */
  public TinyEvaluation topScore(int score) {
    this.topScore = score;
    return this;
  }

  /** Sets the convention. */
  public TinyEvaluation convention(Convention other) {
    this.convention = other;
    return this;
  }

  /** Sets the relevance threshold. */
  public TinyEvaluation threshold(double minimum) {
    this.threshold = minimum;
    return this;
  }

  /** What metrics are told. */
  public TaskContext context() {
    Interactions seen = train.matrix(users, items);
    Interactions held = truth.matrix(users, items);
    int[] served = IntStream.range(0, users).filter(u -> held.count(u) > 0).toArray();
    EvalTask task = new EvalTask("warm", served, seen, held, new Candidates.Shared(candidates));
    Dataset dataset =
        new Dataset(
            "tiny",
            ids(users),
            ids(items),
            seen.plus(held),
            new SideInformation(userSide, itemSide));
    Hidden hidden = new Hidden(List.of(seen, masked.matrix(users, items)));
    return new TaskContext(
        dataset, seen, task, hidden, new Popularity(seen), convention, threshold);
  }

  private static Vocabulary ids(int size) {
    return Vocabulary.of(IntStream.range(0, size).mapToObj(Integer::toString).toList());
  }

  /** The lists. */
  public Recommendations lists() {
    RecommendationsBuilder builder = new RecommendationsBuilder();
    lists.forEach(
        (user, ranked) -> {
          double[] scores = scoresOf.get(user);
          int top = topScore > 0 ? topScore : ranked.length;
          for (int rank = 0; rank < ranked.length; rank++) {
            builder.add(user, ranked[rank], scores == null ? top - rank : scores[rank]);
          }
        });
    return builder.build();
  }

  /** What the engine reports for {@code metric}, labelled {@code metric}. */
  public Evaluation evaluate(Metric metric, int... cutoffs) {
    return new Evaluator(1)
        .evaluate(lists(), context(), List.of(new NamedMetric("metric", metric)), cutoffs);
  }

  /** The first value of {@code metric} at one cutoff. */
  public double value(Metric metric, int cutoff) {
    return evaluate(metric, cutoff).rows().get(0).value();
  }

  /** The values of {@code metric} per user of the task, at one cutoff. */
  public double[] userValues(Metric metric, int cutoff) {
    return evaluate(metric, cutoff).userValues().get(0).toArray();
  }

  /** Entries of a matrix by (row, column). */
  private static final class Cells {
    private final TreeMap<Long, Float> cells = new TreeMap<>();

    void add(int row, int column, float rating) {
      cells.put(((long) row << Integer.SIZE) | column, rating);
    }

    Interactions matrix(int rows, int columns) {
      int[] rowOf = cells.keySet().stream().mapToInt(key -> (int) (key >> Integer.SIZE)).toArray();
      int[] columnOf = cells.keySet().stream().mapToInt(Long::intValue).toArray();
      float[] ratings = new float[rowOf.length];
      int next = 0;
      for (float rating : cells.values()) {
        ratings[next++] = rating;
      }
      return Interactions.of(rows, columns, rowOf, columnOf, ratings, null);
    }
  }
}
