package org.trellisrec.recommenders.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.Params;
import org.trellisrec.spi.Seed;

/** The updates against the published rule in double precision, over many samples. */
class BprStepTest {
  private static final BprMfSgd.Params PARAMS =
      Params.of(
          BprMfSgd.Params.class,
          Map.of(
              "learning_rate", 0.1,
              "user_regularization", 0.03,
              "positive_item_regularization", 0.02,
              "negative_item_regularization", 0.01,
              "bias_regularization", 0.04));

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 13})
  void followsThePublishedRule(int size) {
    UniformRandomProvider random = new Seed(size).rng();
    Factors factors = Factors.random(5, 6, size, 0.5, random);
    BprTwin twin = new BprTwin(factors, PARAMS);
    BprStep step = new BprStep(factors, PARAMS);
    double loss = 0;
    for (int n = 0; n < 500; n++) {
      int user = random.nextInt(5);
      int positive = random.nextInt(3);
      int negative = 3 + random.nextInt(3);
      step.update(user, positive, negative);
      loss += twin.update(user, positive, negative);
    }
    assertThat(step.loss()).isCloseTo(loss, offset(1e-4 * loss));
    for (int item = 0; item < 6; item++) {
      assertThat(factors.biases()[item]).isCloseTo((float) twin.bias(item), offset(1e-4f));
      assertThat(BprTwin.copy(factors.items())[item])
          .containsExactly(twin.item(item), offset(1e-4));
    }
    for (int user = 0; user < 5; user++) {
      assertThat(BprTwin.copy(factors.users())[user])
          .containsExactly(twin.user(user), offset(1e-4));
    }
  }
}
