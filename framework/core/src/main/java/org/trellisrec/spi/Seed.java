package org.trellisrec.spi;

import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A source of reproducible randomness. Seeds for parts of the work are derived by name from one
 * master seed, so that adding or removing a part shifts no other.
 *
 * @param value the 64 bits of the seed
 */
public record Seed(long value) {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** The seed of the part called {@code name}, for instance {@code fit/BPRMF/trial-3}. */
  public Seed derive(String name) {
    long hash = FNV_OFFSET;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
    }
    return new Seed(mix(value + mix(hash)));
  }

  /** A fresh generator (XoShiRo256++) at the start of this seed's stream; the same on every JVM. */
  public UniformRandomProvider rng() {
    return RandomSource.XO_SHI_RO_256_PP.create(value);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }
}
