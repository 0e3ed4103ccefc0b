package org.trellisrec.metrics.clustering;

/**
 * The parameters that say where a clustering comes from, as the user writes them.
 *
 * @param name the one for a categorical modality, or for what to call the file
 * @param file the one for a file
 */
public record ClusterKeys(String name, String file) {
  /** Elliot's: {@code <what>_name} and {@code <what>_file}. */
  public static ClusterKeys of(String what) {
    return new ClusterKeys(what + "_name", what + "_file");
  }
}
