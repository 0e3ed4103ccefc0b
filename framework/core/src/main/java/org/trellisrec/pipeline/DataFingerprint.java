package org.trellisrec.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Split;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.report.Sha256;

/**
 * A hash of what a run works on: ids, interactions, ratings, timestamps and modalities, independent
 * of files and row order.
 */
final class DataFingerprint {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest = Sha256.digest();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  private DataFingerprint() {}

  /** SHA-256 of ids, interactions and modalities, in hexadecimal. */
  static String of(Dataset data) {
    DataFingerprint fingerprint = new DataFingerprint();
    fingerprint.add(data.users());
    fingerprint.add(data.items());
    fingerprint.add(data.interactions());
    fingerprint.addSide(data);
    return fingerprint.finish();
  }

  /** SHA-256 of the modalities of users and items, in hexadecimal. */
  static String ofSide(Dataset data) {
    DataFingerprint fingerprint = new DataFingerprint();
    fingerprint.addSide(data);
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

  /**
   * SHA-256 of splits that come with the data, in hexadecimal: of every part and every task. Empty
   * without any, where the splits follow from data, configuration and seed.
   */
  static String of(List<Split> splits) {
    if (splits.isEmpty()) {
      return "";
    }
    DataFingerprint fingerprint = new DataFingerprint();
    for (Split split : splits) {
      fingerprint.add("split");
      fingerprint.add(split.protocol());
      fingerprint.add(split.fold());
      fingerprint.add(split.train());
      split.validation().forEach(task -> fingerprint.add("validation", task));
      split.test().forEach(task -> fingerprint.add("test", task));
    }
    return fingerprint.finish();
  }

  private void add(String part, EvalTask task) {
    add(part);
    add(task.name());
    add(task.users());
    add(task.history());
    add(task.truth());
    if (task.candidates() instanceof Candidates.Shared shared) {
      add("shared");
      add(shared.items().toArray());
    } else if (task.candidates() instanceof Candidates.PerUser own) {
      add("own");
      add(own.items());
    }
  }

  private String finish() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  private void add(Vocabulary ids) {
    for (int i = 0; i < ids.size(); i++) {
      add(ids.id(i));
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

  private void addSide(Dataset data) {
    add("user", data.side().users());
    add("item", data.side().items());
  }

  private void add(String side, Map<String, Modality> modalities) {
    modalities.forEach(
        (name, modality) -> {
          add(side + " " + name);
          add(modality);
        });
  }

  private void add(Modality modality) {
    if (modality instanceof Modality.Categorical one) {
      one.labels().forEach(this::add);
      add(one.codes());
    } else if (modality instanceof Modality.MultiHot many) {
      many.labels().forEach(this::add);
      Arrays.stream(many.codes()).forEach(this::add);
    } else if (modality instanceof Modality.Dense dense) {
      add(dense.scaling().name());
      Arrays.stream(dense.vectors()).forEach(this::add);
    } else if (modality instanceof Modality.Text text) {
      Arrays.stream(text.texts()).forEach(this::addSized);
    }
  }

  private void add(String text) {
    flush();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  /** With its length before it, as texts may hold anything; an absent one differs from any. */
  private void addSized(String text) {
    byte[] bytes = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES).putInt(bytes == null ? -1 : bytes.length);
    if (bytes != null) {
      flush();
      digest.update(bytes);
    }
  }

  private void add(int[] codes) {
    room(Integer.BYTES).putInt(codes.length);
    for (int code : codes) {
      room(Integer.BYTES).putInt(code);
    }
  }

  private void add(float[] vector) {
    room(Integer.BYTES).putInt(vector == null ? -1 : vector.length);
    for (int i = 0; vector != null && i < vector.length; i++) {
      room(Float.BYTES).putFloat(vector[i]);
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
