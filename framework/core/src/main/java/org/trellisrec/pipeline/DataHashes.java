package org.trellisrec.pipeline;

import org.trellisrec.data.Dataset;
import org.trellisrec.data.Split;

/**
 * What a model was learned from.
 *
 * @param data hash of ids and all interactions, see {@link DataFingerprint#of(Dataset)}
 * @param vocabulary hash of the ids of users and items
 * @param train hash of the training interactions
 */
record DataHashes(String data, String vocabulary, String train) {
  /** The hashes of a split. */
  static DataHashes of(Dataset data, String fingerprint, Split split) {
    return new DataHashes(
        fingerprint, DataFingerprint.ofIds(data), DataFingerprint.of(split.train()));
  }
}
