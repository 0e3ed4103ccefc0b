package org.trellisrec.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class EnumWordTest {
  private enum Direction {
    HIGHER {
      @Override
      public String toString() {
        return "^";
      }
    },
    NOT_HIGHER
  }

  @Test
  void isTheNameInLowerCase() {
    assertThat(EnumWord.of(Direction.HIGHER)).isEqualTo("higher");
    assertThat(EnumWord.of(Direction.NOT_HIGHER)).isEqualTo("not_higher");
    assertThat(EnumWord.all(Direction.class)).containsExactly("higher", "not_higher");
  }

  /** In Turkish, the lower case of I has no dot. */
  @Test
  void isTheSameInEveryLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(EnumWord.of(Direction.HIGHER)).isEqualTo("higher");
    } finally {
      Locale.setDefault(before);
    }
  }
}
