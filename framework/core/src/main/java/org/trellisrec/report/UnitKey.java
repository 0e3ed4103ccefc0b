package org.trellisrec.report;

/**
 * Names one unit of work.
 *
 * @param seed master seed of the repetition
 * @param protocol name of the protocol
 * @param fold fold of the split
 * @param model label of the model
 */
public record UnitKey(long seed, String protocol, String fold, String model) {
  /**
   * The unit as a file name: unique, and safe on every file system. Model, protocol, fold and seed
   * with {@code _} between them, or {@code __} after a model that has a {@code _} of its own:
   * {@code ItemKNN_user_cold_0_42}, {@code EASE_R__user_cold_0_42}. A hash of them follows where
   * these cannot be told apart again, or where a character had to be replaced.
   */
  public String fileName() {
    String readable =
        model + (model.contains("_") ? "__" : "_") + protocol + "_" + fold + "_" + seed;
    boolean clear = isClear(model) && isClear(protocol) && !fold.contains("_");
    return FileNames.ofUnit(readable, clear, fields());
  }

  /** True if no {@code _} of a name stands at its ends or beside another one. */
  private static boolean isClear(String name) {
    return !name.contains("__") && !name.startsWith("_") && !name.endsWith("_");
  }

  /** The unit as messages name it. */
  public String describe() {
    return "model '" + model + "', protocol '" + protocol + "', fold " + fold + ", seed " + seed;
  }

  /** The fields, which the lengths of two of them keep apart. */
  private String fields() {
    String lengths = model.length() + " " + protocol.length() + " ";
    return lengths + model + "_" + protocol + "_" + fold + "_" + seed;
  }
}
