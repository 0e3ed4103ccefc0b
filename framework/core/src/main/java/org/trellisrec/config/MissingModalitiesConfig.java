package org.trellisrec.config;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

/**
 * What is withheld from models that use side information.
 *
 * @param modalities the modalities that subsets are made of
 * @param subsets which modalities are kept at inference
 * @param testRates shares of the entities that lose a modality at inference
 * @param trainingRates shares of the entities that lose a modality for good
 */
public record MissingModalitiesConfig(
    @Param(
            description =
                "Modalities that subsets are made of; by default all there are, and 'interactions'."
                    + " Those of the side that are not named are withheld in every subset.",
            byDefault = "{}")
        Names modalities,
    @Param(
            description = "Every test task is posed again with only some modalities at inference.",
            byDefault = "{}")
        Subsets subsets,
    @Param(
            description =
                "Every test task is posed again after a share of the entities lost a modality.",
            byDefault = "{}")
        Rates testRates,
    @Param(
            description =
                "Shares of the entities with training interactions that lose a modality for good.",
            byDefault = "{}")
        Rates trainingRates) {

  /** The subset that stands for every one. */
  public static final List<List<String>> ALL = List.of(List.of("all"));

  /** Names of modalities; none for all. */
  public record Names(
      @Param(description = "Modalities of users.", byDefault = "[]") List<String> users,
      @Param(description = "Modalities of items.", byDefault = "[]") List<String> items) {}

  /** Sets of modalities to keep; none for no evaluation. */
  public record Subsets(
      @Param(
              description =
                  "Sets of modalities of users that are kept: a list of lists, or 'all' for every"
                      + " non-empty one of those that a model uses.",
              byDefault = "[]")
          List<List<String>> users,
      @Param(
              description =
                  "Sets of modalities of items that are kept: a list of lists, or 'all' for every"
                      + " non-empty one of those that a model uses.",
              byDefault = "[]")
          List<List<String>> items) {
    /**
     * Checks the sets.
     *
     * @throws InputException if one is empty, or there twice in whatever order
     */
    public Subsets {
      for (List<List<String>> sets : List.of(users, items)) {
        if (sets.contains(List.of())) {
          throw new InputException(
              "subsets holds an empty set, with which no model has anything to score by; name at least one modality in each");
        }
        Set<Set<String>> distinct = new HashSet<>();
        for (List<String> set : sets) {
          if (new HashSet<>(set).size() < set.size() || !distinct.add(new HashSet<>(set))) {
            throw new InputException(
                "subsets holds %s twice, or it names a modality twice; list each once", set);
          }
        }
      }
    }
  }

  /** Shares in [0, 1] by modality. */
  public record Rates(
      @Param(description = "Share of the users, by modality.", byDefault = "{}", min = 0, max = 1)
          Map<String, Double> users,
      @Param(description = "Share of the items, by modality.", byDefault = "{}", min = 0, max = 1)
          Map<String, Double> items) {
    /** True if there are none. */
    public boolean isEmpty() {
      return users.isEmpty() && items.isEmpty();
    }
  }
}
