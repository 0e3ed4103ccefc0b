package org.trellisrec.data;

/**
 * All that a recommender may learn from: the training interactions and the side information of
 * every entity, cold ones included. Validation and test interactions cannot be reached from here.
 */
public final class TrainingData {
  private final Dataset visible;
  private volatile Interactions byItem;

  /**
   * The training view of {@code dataset}, whose interactions are replaced by {@code train}. Numbers
   * among the side information are {@linkplain Scaling scaled} by what is found in entities with a
   * training interaction.
   */
  public TrainingData(Dataset dataset, Interactions train) {
    this.visible = dataset.withInteractions(train).withSide(dataset.side().scaledFor(train));
  }

  /** Ids of all users, cold ones included. */
  public Vocabulary users() {
    return visible.users();
  }

  /** Ids of all items, cold ones included. */
  public Vocabulary items() {
    return visible.items();
  }

  /**
   * Training interactions, users x items, each pair at most once; cold entities have an empty row
   * or column.
   */
  public Interactions interactions() {
    return visible.interactions();
  }

  /** The same, items x users; computed at the first call. */
  public Interactions byItem() {
    Interactions known = byItem;
    if (known == null) {
      synchronized (this) {
        if (byItem == null) {
          byItem = interactions().transpose();
        }
        known = byItem;
      }
    }
    return known;
  }

  /**
   * Modalities of all entities, cold ones included. A cold entity is one without an entry in {@link
   * #interactions()}.
   */
  public SideInformation side() {
    return visible.side();
  }
}
