package org.trellisrec.report;

import java.util.regex.Pattern;

/** Names of files made of labels that may hold any characters. */
public final class FileNames {
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._@-]");

  /**
   * Without {@code @} too: the names of units say where a run looks for what an earlier one has
   * saved, so they must not change.
   */
  private static final Pattern UNSAFE_IN_UNITS = Pattern.compile("[^A-Za-z0-9._-]");

  private static final int HASH_LENGTH = 32;

  private FileNames() {}

  /**
   * A file name that is safe on every file system and differs for different names: the name itself
   * if all its characters are letters and digits of ASCII or one of {@code . _ @ -}; otherwise with
   * {@code -} in the place of any other character, and a hash of the name behind it.
   *
   * @param name without extension
   */
  public static String of(String name) {
    return of(name, UNSAFE, true, name);
  }

  /**
   * The same for a unit, with {@code -} in the place of {@code @} too.
   *
   * @param clear false if another unit has this name too, so that the hash is needed
   * @param identity what is hashed; differs for units that share a name
   */
  static String ofUnit(String name, boolean clear, String identity) {
    return of(name, UNSAFE_IN_UNITS, clear, identity);
  }

  private static String of(String name, Pattern unsafe, boolean clear, String identity) {
    String safe = unsafe.matcher(name).replaceAll("-");
    return clear && safe.equals(name)
        ? safe
        : safe + "-" + Sha256.of(identity).substring(0, HASH_LENGTH);
  }
}
