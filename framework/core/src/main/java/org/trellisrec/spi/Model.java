package org.trellisrec.spi;

import java.util.Map;
import java.util.Optional;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.VisibleModalities;

/**
 * What a recommender learned. Scoring is called by several threads at once, so it must not change
 * the model.
 */
public interface Model extends AutoCloseable {
  /**
   * Scores every item for a block of users.
   *
   * @param users the users, with what is visible of each
   * @param scores one row per user of the block, one entry per item of the vocabulary, all NaN at
   *     the call. Higher is better. An entry left NaN says that the model cannot score this item
   *     for this user; the item is then not recommended. Never score a cold entity from an
   *     untrained parameter.
   */
  void score(UserBlock users, float[][] scores);

  /**
   * Number of trainable parameters by block, in the order of a table: {@code embeddings}, {@code
   * projections}, {@code branch} and the like. Empty for a model that does not count any.
   */
  default Map<String, Long> parameterCounts() {
    return Map.of();
  }

  /**
   * What beside Java computed this model, for the provenance of the results: the version of a
   * library and the device, by name. Empty for a model that is plain Java.
   */
  default Map<String, String> computedBy() {
    return Map.of();
  }

  /**
   * This model as it scores when only some modalities may be used. What depends on them, such as
   * the representations of all items, is best computed here, once, and not for every block.
   *
   * <p>A model that scores without side information returns itself, and is then not evaluated again
   * with fewer modalities. All others return a view that leaves out what is hidden: it treats an
   * entity whose modality is hidden like one that lacks it, and leaves NaN what it cannot score
   * from the rest.
   *
   * @param visible what may be used; never {@link VisibleModalities#ALL}
   * @return a view, which the engine closes before this model, or this model itself
   */
  default Model seeing(VisibleModalities visible) {
    return this;
  }

  /**
   * Whether scores depend on a modality of users or items, {@link VisibleModalities#INTERACTIONS}
   * among them, from which vectors that are trained for an entity come. Where a user asks for every
   * set of modalities, the model is asked for the sets of those that it uses.
   *
   * @return false only if hiding the modality changes no score; true by default, when in doubt
   */
  default boolean uses(EntitySide side, String modality) {
    return true;
  }

  /**
   * The vectors of every modality, for a model that has any; empty for all others. They are valid
   * until the model is closed.
   */
  default Optional<ModalityEmbeddings> modalityEmbeddings() {
    return Optional.empty();
  }

  /** Releases native memory, if any. */
  @Override
  default void close() {}
}
