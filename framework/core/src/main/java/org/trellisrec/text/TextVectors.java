package org.trellisrec.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

/**
 * How texts become vectors. All texts are taken together and nothing else is looked at, so the
 * vectors are the same for every split.
 *
 * @param method how
 * @param size length of the vectors; null for the usual one, or without vectors
 * @param analyzer what counts as a word; null likewise
 * @param minDocuments words in fewer texts are left out; null for the usual number, or for methods
 *     without a limit
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
                "Length of the vectors, by default 256; by tf_idf shorter if the texts have fewer"
                    + " directions.",
            byDefault = Param.OPTIONAL,
            min = 1)
        Integer size,
    @Param(
            description =
                "english (the default): stop words left out, words stemmed. standard: words as they"
                    + " are.",
            byDefault = Param.OPTIONAL)
        Words analyzer,
    @Param(
            description = "Words in fewer texts are left out; by default 2. For tf_idf alone.",
            byDefault = Param.OPTIONAL,
            min = 1)
        Integer minDocuments) {
  private static final Integer USUAL_SIZE = 256;
  private static final Integer USUAL_MINIMUM = 2;

  /** All by default. */
  public static final TextVectors DEFAULT = new TextVectors(Method.TF_IDF, null, null, null);

  /** Changes whenever the same texts would give other vectors. */
  private static final String VERSION = "1";

  /**
   * Fills in what is not given; what the method has no use for is null.
   *
   * @throws InputException if something is given that the method has no use for
   */
  public TextVectors {
    boolean counts = method != Method.NONE;
    boolean weighs = method == Method.TF_IDF;
    requireUsed("size", size, counts, "tf_idf and hashing");
    requireUsed("analyzer", analyzer, counts, "tf_idf and hashing");
    requireUsed("min_documents", minDocuments, weighs, "tf_idf");
    size = size != null || !counts ? size : USUAL_SIZE;
    analyzer = analyzer != null || !counts ? analyzer : Words.ENGLISH;
    minDocuments = minDocuments != null || !weighs ? minDocuments : USUAL_MINIMUM;
  }

  private static void requireUsed(String key, Object given, boolean used, String by) {
    if (given != null && !used) {
      throw new InputException("%s is for method %s alone; remove it", key, by);
    }
  }

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
