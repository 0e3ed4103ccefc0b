package org.trellisrec.tensorflow.training;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Signature;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.spi.ModalityEmbeddings.Vectors;
import org.trellisrec.spi.UserBlock;
import org.trellisrec.tensorflow.TfSession;
import org.trellisrec.tensorflow.graph.Entities;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Feeds;
import org.trellisrec.tensorflow.graph.Pass;

/**
 * The scoring half of a graph. The items, and the users if they do not depend on what is visible,
 * are represented once after every change of the weights and kept in the graph; a block of users
 * then costs one matrix product.
 */
final class Inference {
  private static final String SIGNATURE = "score";

  private final TfSession session;
  private final TrainingData data;
  private final Coverage coverage;
  private final RepresentationTable items;
  private final RepresentationTable users;
  private final EntityInput userInput;
  private final EntityInput itemInput;
  private final Operand<TFloat32> ofUsers;
  private final Operand<TFloat32> ofItems;
  private final Placeholder<TInt32> userRows;
  private final Operand<TFloat32> scores;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final ItemSet trained;
  private int[] uncovered;
  private Object shown;
  private Interactions seen;
  private Interactions seenOfTrained;

  Inference(TfSession session, Network network, TrainingData data) {
    this.session = session;
    this.data = data;
    this.coverage = network.coverage();
    this.trained = ItemSet.occurringIn(data.interactions());
    this.seen = data.interactions();
    this.seenOfTrained = seen;
    Ops tf = session.ops();
    Pass pass = Pass.inference(tf);
    this.itemInput = new EntityInput(tf, "items");
    this.userInput = new EntityInput(tf, "users");
    this.userRows = tf.withName("users").placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    this.ofItems = network.items(pass, itemInput);
    this.items = new RepresentationTable(tf, itemInput, ofItems, data.items().size());
    this.ofUsers = network.users(pass, userInput);
    if (coverage.usersFromHistory()) {
      this.users = null;
      this.scores = network.scores(pass, ofUsers, items.vectors());
    } else {
      this.users = new RepresentationTable(tf, userInput, ofUsers, data.users().size());
      Operand<TFloat32> known = tf.gather(users.vectors(), userRows, tf.constant(0));
      this.scores = network.scores(pass, known, items.vectors());
    }
  }

  /** Represents the items, and the users if they do not depend on what is visible, anew. */
  void refresh(VisibleModalities visible) {
    items.refresh(session, data.byItem(), visible);
    if (users != null) {
      users.refresh(session, data.interactions(), visible);
    }
    uncovered =
        IntStream.range(0, data.items().size())
            .filter(item -> !coverage.item(item, visible))
            .toArray();
  }

  /**
   * See {@link org.trellisrec.spi.Model#score}.
   *
   * @param model whose scores they are: at its first call, what has changed since the call of
   *     another one is taken in
   * @param visible which modalities it may use
   */
  void score(Object model, VisibleModalities visible, UserBlock block, float[][] into) {
    lockShowing(model, visible);
    try {
      score(visible, block, into);
    } finally {
      lock.readLock().unlock();
    }
  }

  private void lockShowing(Object model, VisibleModalities visible) {
    lock.readLock().lock();
    if (shown != model) {
      lock.readLock().unlock();
      lock.writeLock().lock();
      try {
        if (shown != model) {
          shown = null;
          refresh(visible);
          shown = model;
        }
        lock.readLock().lock();
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  private void score(VisibleModalities visible, UserBlock block, float[][] into) {
    int[] rows =
        IntStream.range(0, block.size())
            .filter(row -> coverage.user(block.user(row), block.history(), visible))
            .toArray();
    if (rows.length == 0) {
      return;
    }
    int[] served = IntStream.of(rows).map(block::user).toArray();
    try (Feeds feeds = feeds(new Entities(served, ofTrained(block.history()), visible));
        Result result = feeds.into(session.runner()).fetch(scores).run()) {
      copy(result.get(0), rows, into);
    }
  }

  /**
   * What is visible of users, without items that nobody was trained on: the weights that stand for
   * them are as random as at the start.
   */
  private synchronized Interactions ofTrained(Interactions history) {
    if (seen != history) {
      Interactions known = history.filter(p -> trained.contains(history.column(p)));
      seenOfTrained = known.size() < history.size() ? known : history;
      seen = history;
    }
    return seenOfTrained;
  }

  private Feeds feeds(Entities served) {
    Feeds feeds = new Feeds();
    if (users == null) {
      userInput.fill(served, feeds);
    } else {
      feeds.put(userRows, served.indices());
    }
    return feeds;
  }

  /** Number of users or items. */
  int entities(EntitySide side) {
    return side == EntitySide.USERS ? data.users().size() : data.items().size();
  }

  /** The representations of all entities of a side that have one when only this is visible. */
  Vectors represent(EntitySide side, VisibleModalities visible) {
    boolean users = side == EntitySide.USERS;
    Interactions rows = users ? data.interactions() : data.byItem();
    int[] covered =
        IntStream.range(0, entities(side))
            .filter(
                entity ->
                    users ? coverage.user(entity, rows, visible) : coverage.item(entity, visible))
            .toArray();
    float[][] values = new float[covered.length][];
    EntityInput input = users ? userInput : itemInput;
    int at = 0;
    for (Entities chunk : Chunks.of(new Entities(covered, rows, visible), input)) {
      try (Feeds feeds = new Feeds()) {
        input.fill(chunk, feeds);
        try (Result result = feeds.into(session.runner()).fetch(users ? ofUsers : ofItems).run()) {
          copy(result.get(0), chunk.size(), values, at);
        }
      }
      at += chunk.size();
    }
    return new Vectors(covered, values);
  }

  private static void copy(Tensor represented, int rows, float[][] into, int at) {
    var data = represented.asRawTensor().data().asFloats();
    int length = Math.toIntExact(data.size() / rows);
    for (int row = 0; row < rows; row++) {
      into[at + row] = new float[length];
      data.offset((long) row * length).read(into[at + row]);
    }
  }

  /**
   * What a program that knows nothing of the network calls: the placeholders of some users by name,
   * and their scores for all items. NaN stands for items that cannot be scored, and for users
   * without a trained vector where users have one each. Users that are represented from what is fed
   * always have scores.
   */
  Signature signature() {
    Signature.Builder signature = Signature.builder(SIGNATURE);
    try (Feeds feeds = feeds(new Entities(new int[0], data.interactions()))) {
      for (Operand<?> placeholder : feeds.placeholders()) {
        signature.input(placeholder.op().name(), placeholder);
      }
    }
    float[] missing = new float[data.items().size()];
    for (int item : uncovered) {
      missing[item] = Float.NaN;
    }
    Ops tf = session.ops();
    Operand<TFloat32> honest = tf.math.add(scores, tf.constant(missing));
    if (users != null) {
      honest = tf.math.add(honest, tf.gather(unserved(tf), userRows, tf.constant(0)));
    }
    return signature.output("scores", honest).methodName(SIGNATURE).build();
  }

  /** For every user NaN if the model cannot serve it, else 0; users x 1. */
  private Operand<TFloat32> unserved(Ops tf) {
    float[][] unserved = new float[data.users().size()][1];
    for (int user = 0; user < unserved.length; user++) {
      boolean served = coverage.user(user, data.interactions(), VisibleModalities.ALL);
      unserved[user][0] = served ? 0 : Float.NaN;
    }
    return tf.constant(unserved);
  }

  private void copy(Tensor scored, int[] rows, float[][] into) {
    long width = data.items().size();
    if (!scored.shape().equals(Shape.of(rows.length, width))) {
      throw new IllegalStateException(
          "the scores have the shape %s, but %s are expected, a row per user and a column per item"
              .formatted(scored.shape(), Shape.of(rows.length, width)));
    }
    var values = scored.asRawTensor().data().asFloats();
    for (int row = 0; row < rows.length; row++) {
      float[] target = into[rows[row]];
      values.offset(row * width).read(target);
      for (int item : uncovered) {
        target[item] = Float.NaN;
      }
    }
  }
}
