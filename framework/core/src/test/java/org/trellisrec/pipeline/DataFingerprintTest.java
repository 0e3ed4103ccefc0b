package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;

class DataFingerprintTest {
  private static final Dataset DATA = SmallData.dataset(1, 2, "0:0 0:1");

  private static String hash(String... texts) {
    return DataFingerprint.ofSide(
        new Dataset(
            "toy",
            DATA.users(),
            DATA.items(),
            DATA.interactions(),
            new SideInformation(Map.of(), Map.of("title", new Modality.Text(texts)))));
  }

  @Test
  void anAbsentTextIsNotTheWord() {
    assertThat(hash(null, "b")).isNotEqualTo(hash("null", "b"));
    assertThat(hash(null, "b")).isEqualTo(hash(null, "b"));
  }

  @Test
  void textsAreToldApartByTheirLengths() {
    assertThat(hash("a\nb", "c")).isNotEqualTo(hash("a", "b\nc"));
    assertThat(hash("", null)).isNotEqualTo(hash(null, ""));
  }
}
