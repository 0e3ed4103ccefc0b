package org.trellisrec.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TInt32;

/** Entities of one side as input of a graph: their indices, and what else a network asks for. */
public final class EntityInput {
  private final Ops tf;
  private final String name;
  private final Placeholder<TInt32> indices;
  private final List<Feed<Entities>> feeds = new ArrayList<>();
  private SparseInput ratings;
  private SparseInput binary;

  /**
   * An input for any number of entities.
   *
   * @param name what the entities are, for the names of the placeholders
   */
  public EntityInput(Ops tf, String name) {
    this.tf = tf;
    this.name = name;
    this.indices =
        tf.withName(name + ".indices").placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    feed((entities, into) -> into.put(indices, entities.indices()));
  }

  /** The indices of the entities, n. */
  public Operand<TInt32> indices() {
    return indices;
  }

  /**
   * The interactions of the entities, n x width: for users a row over items, for items a column
   * over users.
   *
   * @param ones true if every interaction counts 1, false if it counts its rating
   */
  public SparseInput interactions(boolean ones) {
    return ones ? binaryInput() : ratingInput();
  }

  private SparseInput binaryInput() {
    if (binary == null) {
      binary = fed(new SparseInput(tf, name + ".interactions", true));
    }
    return binary;
  }

  private SparseInput ratingInput() {
    if (ratings == null) {
      ratings = fed(new SparseInput(tf, name + ".ratings", false));
    }
    return ratings;
  }

  private SparseInput fed(SparseInput input) {
    feed(input::fill);
    return input;
  }

  /** Adds a feed for placeholders of the network's own that depend on the entities. */
  public void feed(Feed<Entities> feed) {
    feeds.add(feed);
  }

  /** Fills every placeholder of this input. */
  public void fill(Entities entities, Feeds into) {
    feeds.forEach(feed -> feed.fill(entities, into));
  }
}
