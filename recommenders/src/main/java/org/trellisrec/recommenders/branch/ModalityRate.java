package org.trellisrec.recommenders.branch;

import org.trellisrec.spi.InputException;

/**
 * A modality and a share of slots.
 *
 * @param modality its name
 * @param rate in [0, 1)
 */
public record ModalityRate(String modality, double rate) {
  /**
   * Reads {@code name=rate}.
   *
   * @throws InputException if it is not of that form, or the rate is not in [0, 1)
   */
  public static ModalityRate parse(String text) {
    int sign = text.lastIndexOf('=');
    try {
      double rate = Double.parseDouble(text.substring(sign + 1).strip());
      if (sign > 0 && rate >= 0 && rate < 1) {
        return new ModalityRate(text.substring(0, sign).strip(), rate);
      }
    } catch (NumberFormatException notNumber) {
      // Falls through to the message for all wrong forms.
    }
    throw new InputException(
        "'%s' is not a rate of a modality; expected name=rate with a rate from 0 to below 1, for"
            + " instance interactions=0.5",
        text);
  }

  @Override
  public String toString() {
    return modality + "=" + rate;
  }
}
