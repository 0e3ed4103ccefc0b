package org.trellisrec.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.data.Interactions;

/** Entities of one side as input of a graph: their indices, and what else a network asks for. */
public final class EntityInput {
  private final Ops tf;
  private final String name;
  private final List<Feed<Entities>> feeds = new ArrayList<>();

  /** Those of its parts included. */
  private final List<SparseInput> sparse;

  /** Null where vectors are fed. */
  private final KeptVectors kept;

  private Placeholder<TInt32> indices;
  private SparseInput ratings;
  private SparseInput binary;

  /**
   * An input for any number of entities.
   *
   * @param name what the entities are, for the names of the placeholders
   */
  public EntityInput(Ops tf, String name) {
    this(tf, name, new ArrayList<>(), null);
  }

  /** Such an input whose vectors stay in the graph, for one that is filled over and over. */
  EntityInput(Ops tf, String name, KeptVectors kept) {
    this(tf, name, new ArrayList<>(), kept);
  }

  private EntityInput(Ops tf, String name, List<SparseInput> sparse, KeptVectors kept) {
    this.tf = tf;
    this.name = name;
    this.sparse = sparse;
    this.kept = kept;
  }

  /** What the entities are. */
  public String name() {
    return name;
  }

  /** The indices of the entities, n. */
  public Operand<TInt32> indices() {
    if (indices == null) {
      indices =
          tf.withName(name + ".indices").placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
      feed((entities, into) -> into.put(indices, entities.indices()));
    }
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
      binary = fed(new SparseInput(tf, name + ".interactions", Entities::rows, true));
    }
    return binary;
  }

  private SparseInput ratingInput() {
    if (ratings == null) {
      ratings = fed(new SparseInput(tf, name + ".ratings", Entities::rows, false));
    }
    return ratings;
  }

  private SparseInput fed(SparseInput input) {
    sparse.add(input);
    feed(input::fill);
    return input;
  }

  /**
   * Rows of a sparse matrix, n x width.
   *
   * @param label what it is, for the names of the placeholders
   * @param matrix a row per entity; the ratings are the values
   */
  public SparseInput rows(String label, Interactions matrix) {
    return fed(new SparseInput(tf, name + "." + label, entities -> matrix, false));
  }

  /**
   * Vectors of fixed length, n x length.
   *
   * @param label what they are, for the name of the placeholder or variable
   * @param vectors one per entity; null where it must not be asked for
   */
  public Operand<TFloat32> vectors(String label, int length, float[][] vectors) {
    if (kept != null) {
      Operand<TFloat32> table = kept.table(name + "." + label, length, vectors);
      return tf.gather(table, indices(), tf.constant(0));
    }
    Placeholder<TFloat32> placeholder =
        tf.withName(name + "." + label)
            .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, length)));
    feed((entities, into) -> into.put(placeholder, vectors, entities.indices(), length));
    return placeholder;
  }

  /**
   * A whole number each, n.
   *
   * @param label what they are, for the name of the placeholder
   * @param codes one per entity
   */
  public Operand<TInt32> codes(String label, int[] codes) {
    Placeholder<TInt32> placeholder =
        tf.withName(name + "." + label).placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    feed(
        (entities, into) ->
            into.put(
                placeholder,
                IntStream.of(entities.indices()).map(entity -> codes[entity]).toArray()));
    return placeholder;
  }

  /** An input of the same kind of entities, of which some are picked and fed apart. */
  public EntityInput part(String label) {
    return new EntityInput(tf, name + "." + GraphNames.legal(label), sparse, kept);
  }

  /** Adds a feed for placeholders of the network's own that depend on the entities. */
  public void feed(Feed<Entities> feed) {
    feeds.add(feed);
  }

  /**
   * At most how many entries of sparse matrices are fed for one of these entities, by this input
   * and its parts.
   */
  public long entries(Entities entities, int entity) {
    return sparse.stream().mapToLong(input -> input.entries(entities, entity)).sum();
  }

  /** Fills every placeholder of this input. */
  public void fill(Entities entities, Feeds into) {
    feeds.forEach(feed -> feed.fill(entities, into));
  }
}
