package org.trellisrec.generate;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.Seed;

/**
 * Makes data sets whose structure is known: a user's interactions come from a mixture over latent
 * factors, as in probabilistic latent semantic analysis (Hofmann, SIGIR 1999, DOI
 * 10.1145/312624.312649), and the side information of users and items is a noisy view of the same
 * factors. Time and memory grow linearly with the number of interactions.
 *
 * <p>Modalities of users: {@code age_group}, {@code gender}, {@code occupation} (categorical).
 * Modalities of items: {@code category} (categorical), {@code genres} (multi-hot), {@code vector}
 * (dense), {@code text}.
 */
public final class Generator {
  private Generator() {}

  /** The data set of this seed ({@link Generated.Params#seed()} is not looked at). */
  public static Dataset generate(Generated.Params params, Seed seed) {
    return generate("generated", params, seed, Runtime.getRuntime().availableProcessors());
  }

  /** The same under another name; {@code threads} do not change the result. */
  public static Dataset generate(String name, Generated.Params params, Seed seed, int threads) {
    PlantedFactors factors = factors(params, seed);
    Interactions interactions = Histories.draw(params, factors, seed.derive("histories"), threads);
    return new Dataset(
        name,
        vocabulary("u", params.users()),
        vocabulary("i", params.items()),
        interactions,
        params.modalities() ? side(params, factors, seed.derive("side")) : SideInformation.NONE);
  }

  /** The truth behind {@link #generate}: with it one can rank as well as is possible at all. */
  public static PlantedFactors factors(Generated.Params params, Seed seed) {
    return PlantedFactors.draw(params, seed.derive("factors"));
  }

  private static SideInformation side(Generated.Params params, PlantedFactors factors, Seed seed) {
    return new SideInformation(
        Demographics.of(params, factors, seed.derive("users")),
        ItemModalities.of(params, factors, seed.derive("items")));
  }

  /** Ids such as {@code u007}: their order is the order of the indices. */
  private static Vocabulary vocabulary(String prefix, int size) {
    int digits = Integer.toString(size - 1).length();
    IntFunction<String> id =
        index -> String.format(Locale.ROOT, "%s%0" + digits + "d", prefix, index);
    return Vocabulary.of(IntStream.range(0, size).mapToObj(id).toList());
  }
}
