package org.trellisrec.cli;

import java.math.BigInteger;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.MersenneTwister;

/**
 * The two shuffles of NumPy that the published splits were made with: {@code
 * RandomState(seed).permutation} (MT19937) and {@code default_rng(seed).shuffle} (PCG64 XSL RR
 * seeded by SeedSequence).
 */
final class NumpyRandom {
  private final IntSupplier next;

  private NumpyRandom(IntSupplier next) {
    this.next = next;
  }

  static NumpyRandom randomState(int seed) {
    MersenneTwister twister = new MersenneTwister(seed);
    return new NumpyRandom(twister::nextInt);
  }

  static NumpyRandom defaultRng(int seed) {
    return new NumpyRandom(new Pcg64(new SeedSequence(seed).words(8)));
  }

  int[] permutation(int size) {
    int[] numbers = IntStream.range(0, size).toArray();
    shuffle(numbers);
    return numbers;
  }

  void shuffle(int[] numbers) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int j = interval(i);
      int kept = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = kept;
    }
  }

  /** A number in {@code [0, most]}: as many bits as {@code most} has, rejected if too large. */
  private int interval(int most) {
    int mask = -1 >>> Integer.numberOfLeadingZeros(most);
    int value = next.getAsInt() & mask;
    while (value > most) {
      value = next.getAsInt() & mask;
    }
    return value;
  }

  /** Mixes a seed into as many words as are wanted (O'Neill's seed_seq, as NumPy has it). */
  private static final class SeedSequence {
    private final int[] pool = new int[4];
    private int hashConstant = 0x43b0d7e5;

    SeedSequence(int seed) {
      for (int i = 0; i < pool.length; i++) {
        pool[i] = hash(i == 0 ? seed : 0);
      }
      for (int from = 0; from < pool.length; from++) {
        for (int to = 0; to < pool.length; to++) {
          if (from != to) {
            pool[to] = mix(pool[to], hash(pool[from]));
          }
        }
      }
    }

    private int hash(int word) {
      int value = word ^ hashConstant;
      hashConstant *= 0x931e8875;
      value *= hashConstant;
      return value ^ (value >>> 16);
    }

    private static int mix(int x, int y) {
      int value = 0xca01f9dd * x - 0x4973f715 * y;
      return value ^ (value >>> 16);
    }

    int[] words(int count) {
      int constant = 0x8b51f9dd;
      int[] words = new int[count];
      for (int i = 0; i < count; i++) {
        int value = pool[i % pool.length] ^ constant;
        constant *= 0x58f38ded;
        value *= constant;
        words[i] = value ^ (value >>> 16);
      }
      return words;
    }
  }

  /** PCG XSL RR 128/64; the low half of an output comes before the high half. */
  private static final class Pcg64 implements IntSupplier {
    private static final BigInteger MULTIPLIER =
        new BigInteger("2360ed051fc65da44385df649fccf645", 16);
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    private final BigInteger increment;
    private BigInteger state;
    private long output;
    private boolean half;

    /** Words in pairs, low first: two 64-bit numbers of the state, then two of the stream. */
    Pcg64(int[] words) {
      increment = wide(words, 4).shiftLeft(1).setBit(0).mod(MODULUS);
      state = increment.add(wide(words, 0)).mod(MODULUS);
      step();
    }

    private static BigInteger wide(int[] words, int at) {
      BigInteger high = word(words, at + 1).shiftLeft(32).or(word(words, at));
      BigInteger low = word(words, at + 3).shiftLeft(32).or(word(words, at + 2));
      return high.shiftLeft(64).or(low);
    }

    private static BigInteger word(int[] words, int at) {
      return BigInteger.valueOf(Integer.toUnsignedLong(words[at]));
    }

    private void step() {
      state = state.multiply(MULTIPLIER).add(increment).mod(MODULUS);
    }

    @Override
    public int getAsInt() {
      if (half) {
        half = false;
        return (int) (output >>> 32);
      }
      step();
      long high = state.shiftRight(64).longValue();
      output = Long.rotateRight(high ^ state.longValue(), (int) (high >>> 58));
      half = true;
      return (int) output;
    }
  }
}
