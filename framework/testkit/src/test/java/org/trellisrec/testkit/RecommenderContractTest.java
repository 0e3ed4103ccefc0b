package org.trellisrec.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Recommender;

class RecommenderContractTest {
  private static final String REFUSAL = "interactions and negatives are not to my taste";

  /** Refuses all training data, and declares some of them. */
  private static final class Fussy extends RecommenderContract {
    private final String refusal;
    private final boolean interactions;
    private final boolean negatives;

    Fussy(boolean interactions, boolean negatives) {
      this(REFUSAL, interactions, negatives);
    }

    Fussy(String refusal, boolean interactions, boolean negatives) {
      this.refusal = refusal;
      this.interactions = interactions;
      this.negatives = negatives;
      makeData();
    }

    @Override
    protected Recommender recommender() {
      return (data, context) -> {
        throw new InputException("%s", refusal);
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
  @CsvSource({"3,3,1000,there are no negatives", "4,4,1,there are no interactions"})
  void aRefusalThatDoesNotSayWhatIsMissingIsFound(int users, int items, int oneIn, String refusal) {
    Fussy fussy = new Fussy(refusal, true, true);
    assertThatThrownBy(() -> fussy.extremeShapesAreHandled(users, items, oneIn))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @CsvSource({"3,3,1000", "4,4,1", "6,6,3"})
  void aDeclaredRefusalIsFine(int users, int items, int oneIn) {
    assertThatCode(() -> new Fussy(true, true).extremeShapesAreHandled(users, items, oneIn))
        .doesNotThrowAnyException();
  }
}
