package org.trellisrec.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.data.TrainingData;
import org.trellisrec.tensorflow.batch.Batch;

/**
 * A training batch as input of a graph: the distinct users (n) and items (m), and the lists of one
 * user and {@code length} items that use them.
 */
public final class BatchInput {
  private final Ops tf;
  private final TrainingData data;
  private final KeptVectors kept;
  private final EntityInput users;
  private final EntityInput items;
  private final Placeholder<TInt32> userSlots;
  private final Placeholder<TInt32> itemSlots;
  private final Placeholder<TFloat32> labels;
  private final Placeholder<TInt32> shape;
  private final List<Feed<Batch>> feeds = new ArrayList<>();
  private Placeholder<TFloat32> userCounts;
  private Placeholder<TFloat32> itemCounts;

  /**
   * An input for batches of any size.
   *
   * @param data where the interactions of users and items come from
   */
  public BatchInput(Ops tf, TrainingData data) {
    this.tf = tf;
    this.data = data;
    this.kept = new KeptVectors(tf);
    this.users = new EntityInput(tf, "batch.users", kept);
    this.items = new EntityInput(tf, "batch.items", kept);
    this.userSlots = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    this.itemSlots = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    this.labels = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1)));
    this.shape = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(2)));
    feed(this::fillSlots);
  }

  private void fillSlots(Batch batch, Feeds into) {
    into.put(userSlots, batch.userSlots());
    into.put(itemSlots, batch.itemSlots());
    into.put(labels, batch.labels(), batch.lists(), batch.length());
    into.put(shape, new int[] {batch.lists(), batch.length()});
  }

  /** The distinct users, n. */
  public EntityInput users() {
    return users;
  }

  /** The distinct items, m. */
  public EntityInput items() {
    return items;
  }

  /** The user of every list, as index into the distinct users; one per list. */
  public Operand<TInt32> userSlots() {
    return userSlots;
  }

  /** The items of every list, as index into the distinct items; {@code lists * length}. */
  public Operand<TInt32> itemSlots() {
    return itemSlots;
  }

  /** How many lists use each of the distinct users, n. */
  public Operand<TFloat32> userCounts() {
    if (userCounts == null) {
      userCounts = counts(Batch::userSlots, batch -> batch.users().length);
    }
    return userCounts;
  }

  /** How many item slots use each of the distinct items, m. */
  public Operand<TFloat32> itemCounts() {
    if (itemCounts == null) {
      itemCounts = counts(Batch::itemSlots, batch -> batch.items().length);
    }
    return itemCounts;
  }

  private Placeholder<TFloat32> counts(
      Function<Batch, int[]> slots, ToIntFunction<Batch> entities) {
    Placeholder<TFloat32> counts = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
    feed(
        (batch, into) -> {
          int size = entities.applyAsInt(batch);
          into.put(counts, Batch.multiplicities(slots.apply(batch), size), size);
        });
    return counts;
  }

  /** The target of every item of every list, lists x length. */
  public Operand<TFloat32> labels() {
    return labels;
  }

  /** Number of lists, and of items per list; 2 numbers. */
  public Operand<TInt32> shape() {
    return shape;
  }

  /**
   * The rows of the users of the lists.
   *
   * @param ofDistinct n x d
   * @return lists x d
   */
  public Operand<TFloat32> perList(Operand<TFloat32> ofDistinct) {
    return tf.gather(ofDistinct, userSlots, tf.constant(0));
  }

  /**
   * The rows of the items of the lists, in one column.
   *
   * @param ofDistinct m x d
   * @return (lists * length) x d
   */
  public Operand<TFloat32> perItem(Operand<TFloat32> ofDistinct) {
    return tf.gather(ofDistinct, itemSlots, tf.constant(0));
  }

  /**
   * Values of the item slots as lists.
   *
   * @param column lists * length values
   * @return lists x length
   */
  public Operand<TFloat32> asLists(Operand<TFloat32> column) {
    return tf.reshape(column, shape);
  }

  /**
   * The vectors of the item slots as lists.
   *
   * @param column (lists * length) x d
   * @param d length of the vectors
   * @return lists x length x d
   */
  public Operand<TFloat32> asLists(Operand<TFloat32> column, int d) {
    Operand<TInt32> cube = tf.concat(List.of(shape, tf.constant(new int[] {d})), tf.constant(0));
    return tf.reshape(column, cube);
  }

  /** Adds a feed for placeholders of the network's own that depend on the batch. */
  public void feed(Feed<Batch> feed) {
    feeds.add(feed);
  }

  /** To be run once before the first batch, with what {@link #fillVectors} feeds. */
  public Op vectorsKept() {
    return kept.filled();
  }

  /** Feeds the vectors of all entities, which the graph keeps. */
  public void fillVectors(Feeds into) {
    kept.fill(into);
  }

  /** Fills every placeholder of a step. */
  public void fill(Batch batch, Feeds into) {
    users.fill(new Entities(batch.users(), data.interactions()), into);
    items.fill(new Entities(batch.items(), data.byItem()), into);
    feeds.forEach(feed -> feed.fill(batch, into));
  }
}
