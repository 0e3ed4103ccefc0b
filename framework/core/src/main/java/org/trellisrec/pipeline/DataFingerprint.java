package org.trellisrec.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Vocabulary;

/**
 * A hash of what a run works on: ids, interactions, ratings and timestamps, independent of files
 * and row order.
 */
final class DataFingerprint {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest = Sha256.digest();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  private DataFingerprint() {}

  /** SHA-256 of ids and interactions, in hexadecimal. */
  static String of(Dataset data) {
    DataFingerprint fingerprint = new DataFingerprint();
    fingerprint.add(data.users());
    fingerprint.add(data.items());
    fingerprint.add(data.interactions());
    return fingerprint.finish();
  }

  /** SHA-256 of the ids of users and items, in hexadecimal. */
  static String ofIds(Dataset data) {
    DataFingerprint fingerprint = new DataFingerprint();
    fingerprint.add(data.users());
    fingerprint.room(Integer.BYTES).putInt(data.users().size());
    fingerprint.add(data.items());
    return fingerprint.finish();
  }

  /** SHA-256 of interactions, in hexadecimal. */
  static String of(Interactions interactions) {
    DataFingerprint fingerprint = new DataFingerprint();
    fingerprint.add(interactions);
    return fingerprint.finish();
  }

  private String finish() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  private void add(Vocabulary ids) {
    flush();
    for (int i = 0; i < ids.size(); i++) {
      digest.update(ids.id(i).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
  }

  private void add(Interactions interactions) {
    for (int row = 0; row < interactions.rows(); row++) {
      room(Integer.BYTES).putInt(interactions.count(row));
      for (int p = interactions.start(row); p < interactions.end(row); p++) {
        room(Integer.BYTES).putInt(interactions.column(p));
        room(Float.BYTES).putFloat(interactions.rating(p));
        if (interactions.hasTimestamps()) {
          room(Long.BYTES).putLong(interactions.timestamp(p));
        }
      }
    }
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  private void flush() {
    digest.update(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
