package org.trellisrec.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Recommender;

class RecommenderContractTest {
  /** Refuses all training data, and declares some of them. */
  private static final class Fussy extends RecommenderContract {
    private final boolean interactions;
    private final boolean negatives;

    Fussy(boolean interactions, boolean negatives) {
      this.interactions = interactions;
      this.negatives = negatives;
      makeData();
    }

    @Override
    protected Recommender recommender() {
      return (data, context) -> {
        throw new InputException("these training data are not to my taste");
      };
    }

    @Override
    protected boolean needsInteractions() {
      return interactions;
    }

    @Override
    protected boolean needsNegatives() {
      return negatives;
    }
  }

  @ParameterizedTest
  @CsvSource({"3,3,1000,false,true", "4,4,1,true,false", "5,4,3,true,true"})
  void aRefusalThatIsNotDeclaredIsFound(
      int users, int items, int oneIn, boolean interactions, boolean negatives) {
    Fussy fussy = new Fussy(interactions, negatives);
    assertThatThrownBy(() -> fussy.extremeShapesAreHandled(users, items, oneIn))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not declared")
        .hasMessageContaining("not to my taste");
  }

  @ParameterizedTest
  @CsvSource({"3,3,1000", "4,4,1", "6,6,3"})
  void aDeclaredRefusalIsFine(int users, int items, int oneIn) {
    assertThatCode(() -> new Fussy(true, true).extremeShapesAreHandled(users, items, oneIn))
        .doesNotThrowAnyException();
  }
}
