package org.trellisrec.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How many of its folds and seeds each model has finished. Means of one that failed in some are of
 * other data than those of the rest, and cannot be held against them.
 */
public final class FinishedUnits {
  /** One fold of one seed. */
  private record Repetition(long seed, String fold) {}

  /** The models under one protocol. */
  private static final class Protocol {
    private final Set<Repetition> finished = new LinkedHashSet<>();
    private final Map<String, Set<Repetition>> failed = new LinkedHashMap<>();
    private final Map<String, Integer> units = new LinkedHashMap<>();
    private final Set<Repetition> all = new LinkedHashSet<>();

    void add(UnitResult unit) {
      Repetition repetition = new Repetition(unit.key().seed(), unit.key().fold());
      all.add(repetition);
      units.merge(unit.key().model(), 1, Integer::sum);
      if (unit.failed()) {
        failed.computeIfAbsent(unit.key().model(), m -> new LinkedHashSet<>()).add(repetition);
      } else {
        finished.add(repetition);
      }
    }

    boolean lacks(String model) {
      return failed.getOrDefault(model, Set.of()).stream().anyMatch(finished::contains);
    }

    String share(String model) {
      int failures = failed.getOrDefault(model, Set.of()).size();
      int asked = units.getOrDefault(model, 0);
      return failures == 0 ? "" : (asked - failures) + " of " + asked + " " + what();
    }

    private String what() {
      boolean folds = all.stream().map(Repetition::fold).distinct().count() > 1;
      boolean seeds = all.stream().map(Repetition::seed).distinct().count() > 1;
      return folds && seeds ? "folds and seeds" : seeds ? "seeds" : "folds";
    }

    List<String> shares(Predicate<String> shown) {
      return failed.keySet().stream()
          .filter(shown)
          .filter(model -> units.get(model) > failed.get(model).size())
          .map(model -> model + " (" + share(model) + ")")
          .toList();
    }
  }

  private final Map<String, Protocol> protocols = new LinkedHashMap<>();

  private FinishedUnits() {}

  /** Of all units of a run. */
  public static FinishedUnits of(List<UnitResult> units) {
    FinishedUnits finished = new FinishedUnits();
    units.forEach(unit -> finished.protocol(unit.key().protocol()).add(unit));
    return finished;
  }

  private Protocol protocol(String name) {
    return protocols.computeIfAbsent(name, p -> new Protocol());
  }

  /** True if the model failed in a fold and seed of the protocol that another one finished. */
  public boolean lacks(String protocol, String model) {
    return protocols.containsKey(protocol) && protocols.get(protocol).lacks(model);
  }

  /** How much it has finished, {@code 2 of 3 folds}; empty if it failed nowhere. */
  public String share(String protocol, String model) {
    return protocols.containsKey(protocol) ? protocols.get(protocol).share(model) : "";
  }

  /** A sentence on those of some models that failed in part of a protocol; empty if none did. */
  String remark(String protocol, Collection<String> models) {
    return protocols.containsKey(protocol)
        ? remark(protocols.get(protocol).shares(models::contains))
        : "";
  }

  /** The same for all models and protocols. */
  String remark() {
    List<String> shares = new ArrayList<>();
    protocols.forEach(
        (name, protocol) ->
            protocol.shares(model -> true).forEach(share -> shares.add(name + ": " + share)));
    return remark(shares);
  }

  private static String remark(List<String> shares) {
    return shares.isEmpty()
        ? ""
        : " Units that failed are left out of the means of " + String.join(", ", shares) + ".";
  }
}
