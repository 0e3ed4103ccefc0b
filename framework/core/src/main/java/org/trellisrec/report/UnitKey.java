package org.trellisrec.report;

import java.util.regex.Pattern;

/**
 * Names one unit of work.
 *
 * @param seed master seed of the repetition
 * @param protocol name of the protocol
 * @param fold fold of the split
 * @param model label of the model
 */
public record UnitKey(long seed, String protocol, String fold, String model) {
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");

  /**
   * The unit as a file name: unique, and safe on every file system. Model, protocol, fold and seed
   * with {@code _} between them; a hash of them follows where these cannot be told apart again,
   * which takes a model or a fold with a {@code _} of its own, or where a character had to be
   * replaced.
   */
  public String fileName() {
    String readable = "%s_%s_%s_%d".formatted(model, protocol, fold, seed);
    String safe = UNSAFE.matcher(readable).replaceAll("-");
    boolean clear = safe.equals(readable) && model.indexOf('_') < 0 && fold.indexOf('_') < 0;
    return clear ? safe : safe + "-" + hash();
  }

  /** The unit as messages name it. */
  public String describe() {
    return "model '%s', protocol '%s', fold %s, seed %d".formatted(model, protocol, fold, seed);
  }

  /** Half of the SHA-256 of the fields, which the lengths of two of them keep apart. */
  private String hash() {
    String fields =
        "%d %d %s_%s_%s_%d"
            .formatted(model.length(), protocol.length(), model, protocol, fold, seed);
    return Sha256.of(fields).substring(0, 32);
  }
}
