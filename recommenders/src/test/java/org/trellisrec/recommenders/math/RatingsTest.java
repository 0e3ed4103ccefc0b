package org.trellisrec.recommenders.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.trellisrec.recommenders.TinyData;
import org.trellisrec.spi.InputException;

class RatingsTest {
  private static double greatest(double... ratings) {
    return Ratings.greatestOfLabels(TinyData.interactions(new double[][] {ratings}));
  }

  @Test
  void labelsAreSharesOfTheGreatest() {
    assertThat(greatest(0, 0.5, Double.NaN, 4)).isEqualTo(4);
  }

  @Test
  void ratingsThatGiveNoLabelsAreRefused() {
    assertThatThrownBy(() -> greatest(0, 0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("from 0.0 to 0.0")
        .hasMessageContaining("binarize: true");
    assertThatThrownBy(() -> greatest(-1, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("from -1.0 to 1.0");
    assertThatThrownBy(() -> greatest(-2, -1)).isInstanceOf(InputException.class);
  }
}
