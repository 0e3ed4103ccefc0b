package org.trellisrec.recommenders.branch;

import java.util.Arrays;
import java.util.Optional;
import org.trellisrec.data.EntitySide;
import org.trellisrec.spi.InputException;

/**
 * A modality and a share of slots.
 *
 * @param side whose modality it is; empty for both sides, as far as they have it
 * @param modality its name
 * @param rate in [0, 1)
 */
public record ModalityRate(Optional<EntitySide> side, String modality, double rate) {
  /**
   * Reads {@code name=rate}, {@code users.name=rate} or {@code items.name=rate}.
   *
   * @throws InputException if it is not of that form, or the rate is not in [0, 1)
   */
  public static ModalityRate parse(String text) {
    int sign = text.lastIndexOf('=');
    try {
      double rate = Double.parseDouble(text.substring(sign + 1).strip());
      if (sign > 0 && rate >= 0 && rate < 1) {
        return of(text.substring(0, sign).strip(), rate);
      }
    } catch (NumberFormatException notNumber) {
      // Falls through to the message for all wrong forms.
    }
    throw new InputException(
        "'%s' is not a rate of a modality; expected name=rate with a rate from 0 to below 1, for"
            + " instance interactions=0.5, or items.interactions=0.5 for one side",
        text);
  }

  private static ModalityRate of(String name, double rate) {
    Optional<EntitySide> side =
        Arrays.stream(EntitySide.values())
            .filter(each -> name.startsWith(prefix(each)))
            .findFirst();
    String modality = side.map(each -> name.substring(prefix(each).length())).orElse(name);
    return new ModalityRate(side, modality, rate);
  }

  private static String prefix(EntitySide side) {
    return side + ".";
  }

  /** True if it is a rate of this side, if that has the modality. */
  boolean isOf(Side which) {
    return side.isEmpty() || Side.of(side.get()) == which;
  }

  /** True if some modality of some side has both rates. */
  boolean overlaps(ModalityRate other) {
    return modality.equals(other.modality)
        && Arrays.stream(Side.values()).anyMatch(each -> isOf(each) && other.isOf(each));
  }

  /** The modality, with its side if it is that of one. */
  String name() {
    return side.map(ModalityRate::prefix).orElse("") + modality;
  }

  @Override
  public String toString() {
    return name() + "=" + rate;
  }
}
