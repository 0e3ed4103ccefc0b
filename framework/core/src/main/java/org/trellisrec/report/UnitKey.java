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
  /** The unit as a file name: unique, and safe on every file system. */
  public String fileName() {
    String readable = "%s_%s_%s_%d".formatted(model, protocol, fold, seed);
    String safe = readable.replaceAll("[^A-Za-z0-9._-]", "-");
    return safe.equals(readable) ? safe : safe + "-" + Integer.toHexString(readable.hashCode());
  }
}
