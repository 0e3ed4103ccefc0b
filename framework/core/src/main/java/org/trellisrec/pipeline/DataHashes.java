package org.trellisrec.pipeline;

import org.trellisrec.data.Dataset;
import org.trellisrec.data.Split;

/**
 * What a model was learned from.
 *
 * @param data hash of ids and all interactions, see {@link DataFingerprint#of(Dataset)}
 * @param vocabulary hash of the ids of users and items
 * @param train hash of the training interactions
 * @param side hash of the modalities that were there to learn from
 */
record DataHashes(String data, String vocabulary, String train, String side) {
  /**
   * The hashes of a split.
   *
   * @param fingerprint hash of the data
   * @param learned the data that models learn from, with the modalities that training may use
   */
  static DataHashes of(String fingerprint, Dataset learned, Split split) {
    return new DataHashes(
        fingerprint,
        DataFingerprint.ofIds(learned),
        DataFingerprint.of(split.train()),
        DataFingerprint.ofSide(learned));
  }
}
