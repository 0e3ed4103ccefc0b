package org.trellisrec.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.trellisrec.spi.Param;

/**
 * How texts become vectors. All texts are taken together and nothing else is looked at, so the
 * vectors are the same for every split.
 *
 * @param method how
 * @param size length of the vectors
 * @param analyzer what counts as a word
 * @param minDocuments words in fewer texts are left out
 */
public record TextVectors(
    @Param(
            description =
                "tf_idf: the strongest directions (truncated SVD) of TF-IDF weights. hashing: signed"
                    + " feature hashing of word counts. none: the text itself.",
            byDefault = "tf_idf")
        Method method,
    @Param(
            description =
                "Length of the vectors; by tf_idf shorter if the texts have fewer directions.",
            byDefault = "256",
            min = 1)
        int size,
    @Param(
            description =
                "english: stop words left out, words stemmed. standard: words as they are.",
            byDefault = "english")
        Words analyzer,
    @Param(description = "By tf_idf, words in fewer texts are left out.", byDefault = "2", min = 1)
        int minDocuments) {
  /** All by default. */
  public static final TextVectors DEFAULT = new TextVectors(Method.TF_IDF, 256, Words.ENGLISH, 2);

  /** Changes whenever the same texts would give other vectors. */
  private static final String VERSION = "1";

  /** The ways from text to vector. */
  public enum Method {
    /** Truncated SVD of TF-IDF weights: latent semantic analysis. */
    TF_IDF,
    /** Signed feature hashing. */
    HASHING,
    /** No vectors. */
    NONE
  }

  /**
   * The vectors of texts.
   *
   * @param texts one per entity, null where absent
   * @return one per entity, all of one length; null for an entity without text or whose text holds
   *     no word that counts
   */
  public float[][] of(String[] texts) {
    TermCounts counts = TermCounts.of(texts, analyzer);
    return switch (method) {
      case TF_IDF -> TruncatedSvd.rows(TfIdf.weights(counts, minDocuments), size);
      case HASHING -> FeatureHashing.vectors(counts, size);
      case NONE -> throw new IllegalStateException("texts are to stay texts");
    };
  }

  /** A hash of the texts and of all that their vectors depend on, in hexadecimal. */
  public String fingerprint(String[] texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((VERSION + this).getBytes(StandardCharsets.UTF_8));
      for (String text : texts) {
        digest.update((byte) (text == null ? 0 : 1));
        if (text != null) {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
          digest.update((byte) ':');
          digest.update(bytes);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
