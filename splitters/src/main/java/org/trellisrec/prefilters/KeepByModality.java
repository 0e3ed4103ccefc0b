package org.trellisrec.prefilters;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Summary;

/**
 * Keeps the users or items that have a modality, and of these those whose value passes. Labels and
 * numbers are compared as they were read, before any scaling, in single precision.
 */
@Summary("Keeps the users or items with a modality, with some of its labels, or in a range.")
public final class KeepByModality implements Prefilter {
  private final Params params;

  /**
   * The parameters.
   *
   * @param side which entities are looked at
   * @param modality name of the modality
   * @param values labels of which an entity has one; empty for any
   * @param min smallest number to stay, or null
   * @param max largest number to stay, or null
   */
  public record Params(
      @Param(description = "Which entities are looked at: users or items.") EntitySide side,
      @Param(description = "Name of the modality.") String modality,
      @Param(
              description =
                  "Labels of which an entity has one, for a categorical or multi-hot modality.",
              byDefault = "[]")
          List<String> values,
      @Param(description = "Smallest number to stay.", byDefault = Param.OPTIONAL) Double min,
      @Param(description = "Largest number to stay.", byDefault = Param.OPTIONAL) Double max) {
    /** Checks that labels and range are not mixed, and that the range is one. */
    public Params {
      values = List.copyOf(values);
      if (!values.isEmpty() && (min != null || max != null)) {
        throw new InputException("give either values or min and max, not both");
      }
      if (min != null && max != null && min > max) {
        throw new InputException("min %s is above max %s", min, max);
      }
    }

    private boolean isRange() {
      return min != null || max != null;
    }
  }

  /** The prefilter with these parameters. */
  @Inject
  public KeepByModality(Params params) {
    this.params = params;
  }

  @Override
  public Interactions apply(Dataset data) {
    Map<String, Modality> known = params.side.modalities(data.side());
    Modality modality = known.get(params.modality);
    if (modality == null) {
      throw new InputException(
          "keep_by_modality: %s have no modality '%s' (there are: %s); declare it under"
              + " side_information",
          params.side,
          params.modality,
          known.isEmpty() ? "none" : String.join(", ", known.keySet()));
    }
    IntPredicate passes = passes(modality);
    IntPredicate keep = entity -> modality.has(entity) && passes.test(entity);
    return params.side == EntitySide.USERS
        ? Select.users(data.interactions(), keep)
        : Select.items(data.interactions(), keep);
  }

  private IntPredicate passes(Modality modality) {
    if (params.isRange()) {
      return range(modality);
    }
    return params.values.isEmpty() ? entity -> true : labels(modality);
  }

  private IntPredicate range(Modality modality) {
    if (modality instanceof Modality.Dense dense && dense.length() == 1) {
      float min = params.min == null ? Float.NEGATIVE_INFINITY : params.min.floatValue();
      float max = params.max == null ? Float.POSITIVE_INFINITY : params.max.floatValue();
      return entity -> dense.vectors()[entity][0] >= min && dense.vectors()[entity][0] <= max;
    }
    throw new InputException(
        "keep_by_modality: min and max need a number, but '%s' of %s is %s; declare one with type:"
            + " numeric or, by strategy: numpy, a matrix of one column",
        params.modality, params.side, found(modality));
  }

  private IntPredicate labels(Modality modality) {
    if (modality instanceof Modality.Categorical one) {
      Set<Integer> codes = codes(one.labels());
      return entity -> codes.contains(one.codes()[entity]);
    }
    if (modality instanceof Modality.MultiHot many) {
      Set<Integer> codes = codes(many.labels());
      return entity -> IntStream.of(many.codes()[entity]).anyMatch(codes::contains);
    }
    throw new InputException(
        "keep_by_modality: values need labels, but '%s' of %s is %s; declare it with type:"
            + " categorical or multi_hot, and if strategy: numpy reads it, which has numbers alone,"
            + " write the labels to a file for strategy: delimited",
        params.modality, params.side, found(modality));
  }

  private Set<Integer> codes(List<String> labels) {
    Set<Integer> codes = new HashSet<>();
    for (String value : params.values) {
      int code = labels.indexOf(value);
      if (code < 0) {
        throw new InputException(
            "keep_by_modality: '%s' is no label of '%s'; it has %s",
            value,
            params.modality,
            String.join(", ", labels.subList(0, Math.min(20, labels.size()))));
      }
      codes.add(code);
    }
    return codes;
  }

  private static String found(Modality modality) {
    if (modality instanceof Modality.Dense dense) {
      return "a vector of %d numbers".formatted(dense.length());
    }
    return modality instanceof Modality.Text ? "text" : "made of labels";
  }
}
