package org.trellisrec.data;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which modalities of which entities may be used at inference. What is hidden here is hidden from
 * scoring only; a model may have learned from it.
 *
 * <p>The interactions of an entity, its row or column of the training matrix and what else is
 * visible of it, count as a modality of the name {@link #INTERACTIONS}. A vector that a model
 * trained for the entity alone, {@link #ID}, was learned from these interactions.
 *
 * @param hiddenOfUsers the users whose modality is hidden, by name of the modality
 * @param hiddenOfItems the items whose modality is hidden, by name of the modality
 */
public record VisibleModalities(
    Map<String, BitSet> hiddenOfUsers, Map<String, BitSet> hiddenOfItems) {
  /** The name under which the interactions of an entity count as a modality. */
  public static final String INTERACTIONS = "interactions";

  /** The name under which a vector that is trained for an entity alone counts as a modality. */
  public static final String ID = "id";

  /** Everything may be used. */
  public static final VisibleModalities ALL = new VisibleModalities(Map.of(), Map.of());

  /** Keeps its own copies. */
  public VisibleModalities {
    hiddenOfUsers = copy(hiddenOfUsers);
    hiddenOfItems = copy(hiddenOfItems);
  }

  /**
   * Of the modalities of one side those that are kept, and all of the other side.
   *
   * @param side whose modalities are hidden
   * @param entities how many of them there are
   * @param all the modalities of the side
   * @param kept those that stay visible
   */
  public static VisibleModalities only(
      EntitySide side, int entities, Collection<String> all, Collection<String> kept) {
    List<String> rest = all.stream().filter(name -> !kept.contains(name)).toList();
    Map<String, BitSet> hidden = hiding(rest, entities);
    return side == EntitySide.USERS
        ? new VisibleModalities(hidden, Map.of())
        : new VisibleModalities(Map.of(), hidden);
  }

  /** What is hidden of a side if its first so many entities lose these modalities. */
  public static Map<String, BitSet> hiding(Collection<String> modalities, int entities) {
    BitSet first = new BitSet(entities);
    first.set(0, entities);
    Map<String, BitSet> hidden = new LinkedHashMap<>();
    modalities.forEach(name -> hidden.put(name, first));
    return hidden;
  }

  /** True if {@code modality} of {@code user} may be used, should the user have it. */
  public boolean ofUser(String modality, int user) {
    return !hidden(hiddenOfUsers, modality, user);
  }

  /** True if {@code modality} of {@code item} may be used, should the item have it. */
  public boolean ofItem(String modality, int item) {
    return !hidden(hiddenOfItems, modality, item);
  }

  /** The same, where entities whose interactions are hidden have no {@link #ID} either. */
  public VisibleModalities withoutIds() {
    return new VisibleModalities(withoutIds(hiddenOfUsers), withoutIds(hiddenOfItems));
  }

  private static Map<String, BitSet> withoutIds(Map<String, BitSet> hidden) {
    BitSet entities = hidden.get(INTERACTIONS);
    if (entities == null) {
      return hidden;
    }
    Map<String, BitSet> more = new LinkedHashMap<>(hidden);
    more.merge(ID, entities, VisibleModalities::union);
    return more;
  }

  private static BitSet union(BitSet some, BitSet others) {
    BitSet all = (BitSet) some.clone();
    all.or(others);
    return all;
  }

  private static boolean hidden(Map<String, BitSet> hidden, String modality, int entity) {
    BitSet entities = hidden.get(modality);
    return entities != null && entities.get(entity);
  }

  private static Map<String, BitSet> copy(Map<String, BitSet> hidden) {
    Map<String, BitSet> copy = new LinkedHashMap<>();
    hidden.forEach(
        (modality, entities) -> {
          if (!entities.isEmpty()) {
            copy.put(modality, (BitSet) entities.clone());
          }
        });
    return Collections.unmodifiableMap(copy);
  }
}
