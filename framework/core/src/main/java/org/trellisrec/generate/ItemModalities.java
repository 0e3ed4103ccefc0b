package org.trellisrec.generate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.trellisrec.data.Modality;
import org.trellisrec.spi.Seed;

/**
 * Category is the item's strongest factor, genres are all factors with a loading above a threshold,
 * the vector is a random linear map of the loadings, and the words of the text come from the
 * factors' own vocabularies.
 */
final class ItemModalities {
  private static final float GENRE_THRESHOLD = 0.2f;
  private static final int WORDS_PER_TEXT = 12;
  private static final int WORDS_PER_TOPIC = 40;
  private static final double COMMON_WORD_SHARE = 0.3;

  private final Generated.Params params;
  private final PlantedFactors factors;
  private final SideDraw draw;

  private ItemModalities(Generated.Params params, PlantedFactors factors) {
    this.params = params;
    this.factors = factors;
    this.draw = new SideDraw(params);
  }

  static Map<String, Modality> of(Generated.Params params, PlantedFactors factors, Seed seed) {
    ItemModalities items = new ItemModalities(params, factors);
    Map<String, Modality> modalities = new LinkedHashMap<>();
    modalities.put("category", items.category(seed.derive("category").rng()));
    modalities.put("genres", items.genres(seed.derive("genres").rng()));
    modalities.put("vector", items.vectors(seed.derive("vector").rng()));
    modalities.put("text", items.texts(seed.derive("text").rng()));
    return modalities;
  }

  private Modality category(UniformRandomProvider rng) {
    return draw.labels(Names.genres(factors.count()), params.items(), this::strongest, rng);
  }

  private Modality genres(UniformRandomProvider rng) {
    int[][] codes = new int[params.items()][];
    IntPredicate absent = draw.absent(rng);
    for (int item = 0; item < codes.length; item++) {
      codes[item] = absent.test(item) ? new int[0] : genresOf(item, rng);
    }
    return new Modality.MultiHot(Names.genres(factors.count()), codes);
  }

  private int[] genresOf(int item, UniformRandomProvider rng) {
    int extra = draw.isNoise(rng) ? rng.nextInt(factors.count()) : -1;
    int strongest = strongest(item);
    return IntStream.range(0, factors.count())
        .filter(
            f -> f == extra || f == strongest || factors.itemLoading(item, f) >= GENRE_THRESHOLD)
        .toArray();
  }

  private Modality vectors(UniformRandomProvider rng) {
    double[] map = SideDraw.direction(factors.count() * params.vectorSize(), rng);
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(rng);
    IntPredicate absent = draw.absent(rng);
    float[][] vectors = new float[params.items()][];
    for (int item = 0; item < vectors.length; item++) {
      if (!absent.test(item)) {
        vectors[item] = vector(item, map, gaussian);
      }
    }
    return new Modality.Dense(params.vectorSize(), vectors);
  }

  private float[] vector(int item, double[] map, ZigguratSampler.NormalizedGaussian gaussian) {
    float[] vector = new float[params.vectorSize()];
    for (int d = 0; d < vector.length; d++) {
      double sum = draw.noise() * gaussian.sample();
      for (int factor = 0; factor < factors.count(); factor++) {
        sum += map[factor * vector.length + d] * factors.itemLoading(item, factor);
      }
      vector[d] = (float) sum;
    }
    return vector;
  }

  private Modality texts(UniformRandomProvider rng) {
    IntPredicate absent = draw.absent(rng);
    String[] texts = new String[params.items()];
    for (int item = 0; item < texts.length; item++) {
      if (!absent.test(item)) {
        texts[item] = text(item, rng);
      }
    }
    return new Modality.Text(texts);
  }

  private String text(int item, UniformRandomProvider rng) {
    StringJoiner text = new StringJoiner(" ");
    for (int word = 0; word < WORDS_PER_TEXT; word++) {
      text.add(word(item, rng));
    }
    return text.toString();
  }

  private String word(int item, UniformRandomProvider rng) {
    if (rng.nextDouble() < COMMON_WORD_SHARE) {
      return Names.COMMON_WORDS.get(rng.nextInt(Names.COMMON_WORDS.size()));
    }
    int topic = draw.isNoise(rng) ? rng.nextInt(factors.count()) : topic(item, rng);
    return Names.word(topic, rng.nextInt(WORDS_PER_TOPIC));
  }

  private int topic(int item, UniformRandomProvider rng) {
    double left = rng.nextDouble();
    int factor = 0;
    while (factor < factors.count() - 1 && left >= factors.itemLoading(item, factor)) {
      left -= factors.itemLoading(item, factor);
      factor++;
    }
    return factor;
  }

  private int strongest(int item) {
    int best = 0;
    for (int factor = 1; factor < factors.count(); factor++) {
      if (factors.itemLoading(item, factor) > factors.itemLoading(item, best)) {
        best = factor;
      }
    }
    return best;
  }
}
