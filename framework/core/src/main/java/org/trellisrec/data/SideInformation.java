package org.trellisrec.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Named modalities of users and of items, each aligned with the vocabulary of its side.
 *
 * @param users modalities of users by name, in declaration order
 * @param items modalities of items by name, in declaration order
 */
public record SideInformation(Map<String, Modality> users, Map<String, Modality> items) {
  /** No side information at all. */
  public static final SideInformation NONE = new SideInformation(Map.of(), Map.of());

  /** Keeps its own copy of the maps, order included. */
  public SideInformation {
    users = Collections.unmodifiableMap(new LinkedHashMap<>(users));
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  /** The same modalities for a subset of the entities, given by their ascending old indices. */
  public SideInformation select(int[] keptUsers, int[] keptItems) {
    return new SideInformation(select(users, keptUsers), select(items, keptItems));
  }

  private static Map<String, Modality> select(Map<String, Modality> modalities, int[] kept) {
    return each(modalities, (name, modality) -> modality.select(kept));
  }

  /** These modalities and others; of two with the same name the other one stays. */
  public SideInformation plus(SideInformation others) {
    Map<String, Modality> allUsers = new LinkedHashMap<>(users);
    allUsers.putAll(others.users);
    Map<String, Modality> allItems = new LinkedHashMap<>(items);
    allItems.putAll(others.items);
    return new SideInformation(allUsers, allItems);
  }

  /** The same modalities without those that are hidden. */
  public SideInformation without(VisibleModalities visible) {
    return new SideInformation(
        without(users, visible.hiddenOfUsers()), without(items, visible.hiddenOfItems()));
  }

  private static Map<String, Modality> without(
      Map<String, Modality> modalities, Map<String, BitSet> hidden) {
    return each(
        modalities,
        (name, modality) ->
            hidden.containsKey(name) ? modality.without(hidden.get(name)) : modality);
  }

  /**
   * The same modalities of the users and items that occur in these training interactions and of no
   * others; indices are those among them.
   */
  public SideInformation ofTrained(Interactions train) {
    int[] trainedUsers =
        IntStream.range(0, train.rows()).filter(user -> train.count(user) > 0).toArray();
    return select(trainedUsers, ItemSet.occurringIn(train).toArray());
  }

  /**
   * The same modalities, numbers scaled by what is found in the users and items that occur in these
   * training interactions.
   */
  SideInformation scaledFor(Interactions train) {
    ItemSet trained = ItemSet.occurringIn(train);
    return new SideInformation(
        scaled(users, user -> train.count(user) > 0), scaled(items, trained::contains));
  }

  /**
   * The modalities that stay as they are although they ask for scaling, since nobody who occurs in
   * these training interactions has a number.
   *
   * @return for instance {@code items.year}
   */
  public List<String> unscaled(Interactions train) {
    SideInformation trained = ofTrained(train);
    List<String> names = new ArrayList<>();
    addUnfitted("users.", trained.users, names);
    addUnfitted("items.", trained.items, names);
    return names;
  }

  private static void addUnfitted(
      String side, Map<String, Modality> modalities, List<String> into) {
    modalities.forEach(
        (name, modality) -> {
          if (modality instanceof Modality.Dense dense
              && dense.scaling().isFitted()
              && IntStream.range(0, dense.size()).noneMatch(dense::has)) {
            into.add(side + name);
          }
        });
  }

  private static Map<String, Modality> scaled(
      Map<String, Modality> modalities, IntPredicate fitted) {
    return each(
        modalities,
        (name, modality) ->
            modality instanceof Modality.Dense dense ? dense.scaled(fitted) : modality);
  }

  private static Map<String, Modality> each(
      Map<String, Modality> modalities, BiFunction<String, Modality, Modality> change) {
    Map<String, Modality> changed = new LinkedHashMap<>();
    modalities.forEach((name, modality) -> changed.put(name, change.apply(name, modality)));
    return changed;
  }
}
