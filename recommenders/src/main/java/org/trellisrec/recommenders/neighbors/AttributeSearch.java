package org.trellisrec.recommenders.neighbors;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.recommenders.math.SparseRows;
import org.trellisrec.spi.FitContext;

/**
 * Finds, for every entity of one side, those with training interactions that are described most
 * similarly. Neighbours are described by all that is known of them; what is hidden at inference is
 * hidden of the entity that seeks.
 */
final class AttributeSearch {
  private final SideInformation information;
  private final AttributeRows attributes;
  private final boolean[] neighbor;
  private final NeighborSearch search;
  private final int threads;

  /**
   * Among these entities.
   *
   * @param entities how many there are
   * @param trained true for an entity with training interactions
   */
  AttributeSearch(
      EntitySide side,
      AttributeParams params,
      SideInformation information,
      int entities,
      IntPredicate trained,
      FitContext context) {
    AttributeRows.leftOut(side, params, information)
        .forEach(reason -> context.note(reason + ", and is left out"));
    this.information = information;
    this.attributes = new AttributeRows(side, params, information, entities, trained);
    SparseRows pool = attributes.of(information).keepRows(trained);
    this.neighbor = described(pool);
    this.search = new NeighborSearch(pool, params.ofSearch());
    this.threads = context.threads();
  }

  /** True if an entity can be a neighbour: it has training interactions and is described. */
  boolean isNeighbor(int entity) {
    return neighbor[entity];
  }

  /** True if this modality is compared. */
  boolean uses(String modality) {
    return attributes.uses(modality);
  }

  /** The neighbours of all entities by all that is known of them. */
  Found everything(FitContext context, String what) {
    SparseRows rows = attributes.of(information);
    return new Found(search.all(rows, context, what), described(rows));
  }

  /** The neighbours of all entities by what is visible of them. */
  Found seeing(VisibleModalities visible) {
    SparseRows rows = attributes.of(information.without(visible));
    return new Found(search.of(rows, threads, done -> {}), described(rows));
  }

  private static boolean[] described(SparseRows rows) {
    boolean[] described = new boolean[rows.rows()];
    IntStream.range(0, described.length)
        .forEach(entity -> described[entity] = rows.end(entity) > rows.start(entity));
    return described;
  }

  /**
   * What was found.
   *
   * @param neighbors row e holds the neighbours of entity e
   * @param described whether anything is known of an entity
   */
  record Found(SparseRows neighbors, boolean[] described) {
    /** Scores before anything is added: 0 for what is described, NaN for all else. */
    float[] blank() {
      float[] blank = new float[described.length];
      Arrays.fill(blank, Float.NaN);
      IntStream.range(0, blank.length)
          .filter(entity -> described[entity])
          .forEach(entity -> blank[entity] = 0);
      return blank;
    }
  }
}
