package org.trellisrec.significance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trellisrec.data.OtherDigits;

class SampleKeyTest {
  @Test
  void seedsHaveTheSameNameInEveryLanguage() throws Exception {
    SampleKey key = new SampleKey("cold", "user_cold", "nDCG", 10);
    assertThat(OtherDigits.under(key::seedName)).isEqualTo("cold/user_cold/nDCG@10");
  }
}
