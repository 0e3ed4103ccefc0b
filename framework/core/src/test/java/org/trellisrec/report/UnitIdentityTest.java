package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitIdentityTest {
  private static UnitIdentity of(Map<String, String> experiment, Map<String, String> model) {
    return new UnitIdentity(Map.of(UnitIdentity.DATA, "1f"), experiment, model);
  }

  @Test
  void equalOnesHaveOneHashAndNoDifferences() {
    UnitIdentity one = of(Map.of("top_k", "10", "mask", "train"), Map.of("epochs", "3"));
    UnitIdentity other = of(Map.of("mask", "train", "top_k", "10"), Map.of("epochs", "3"));
    assertThat(one).isEqualTo(other).hasToString(other.toString());
    assertThat(one.hash()).isEqualTo(other.hash()).hasSize(64);
    assertThat(one.differences(other)).isEmpty();
  }

  /** A key of one part is not the key of another, and no value takes the place of two. */
  @Test
  void whateverDiffersMakesAnotherHash() {
    List<UnitIdentity> all =
        List.of(
            of(Map.of(), Map.of()),
            of(Map.of("a", "1"), Map.of()),
            of(Map.of(), Map.of("a", "1")),
            of(Map.of("a", "12"), Map.of()),
            of(Map.of("a1", "2"), Map.of()),
            of(Map.of("a", "1", "b", "2"), Map.of()),
            of(Map.of("a", "1\n1 1 b2"), Map.of()),
            of(Map.of("a", "1"), Map.of("b", "2")),
            new UnitIdentity(Map.of(UnitIdentity.DATA, "2f"), Map.of(), Map.of()));
    assertThat(all.stream().map(UnitIdentity::hash)).doesNotHaveDuplicates();
    for (UnitIdentity one : all) {
      for (UnitIdentity other : all) {
        assertThat(one.differences(other).isEmpty()).isEqualTo(one.equals(other));
      }
    }
  }

  @Test
  void differencesAreSaidInWords() {
    UnitIdentity here =
        new UnitIdentity(
            Map.of(UnitIdentity.CODE, "1", UnitIdentity.DATA, "1", UnitIdentity.FILES, "1"),
            Map.of("top_k", "10", "protocols", "{warm: {test_splitting: {test_ratio: 0.2}}}"),
            Map.of("epochs", "3", "factors", "8"));
    UnitIdentity there =
        new UnitIdentity(
            Map.of(UnitIdentity.CODE, "2", UnitIdentity.DATA, "2", UnitIdentity.FILES, "2"),
            Map.of("top_k", "20", "protocols", "{warm: {test_splitting: {test_ratio: 0.1}}}"),
            Map.of("epochs", "3", "layers", "[]"));
    assertThat(here.differences(there))
        .containsExactly(
            "another version of the program or of its plugins",
            "other data",
            "other files that are read, or other content of them",
            "protocols.warm.test_splitting.test_ratio differs (0.2 instead of 0.1)",
            "top_k differs (10 instead of 20)",
            "factors is new",
            "layers is missing");
  }

  /** What the experiment says differs from the other by. */
  private static List<String> differences(String here, String there) {
    return of(Map.of("data_config", here), Map.of())
        .differences(of(Map.of("data_config", there), Map.of()));
  }

  @Test
  void ofLongValuesIsShownWhereTheyDiffer() {
    String path = "{strategy: dataset, dataset_path: /home/somebody/studies/%s/ratings.tsv}";
    assertThat(differences(path.formatted("late"), path.formatted("last")))
        .containsExactly(
            "data_config.dataset_path differs (...late/ratings.tsv instead of ...last/ratings.tsv)");
    String list = "[0123456789, 0123456789, 0123456789, %s 0123456789, 0123456789, 0123456789]";
    assertThat(differences(list.formatted("a"), list.formatted("b")))
        .containsExactly(
            "data_config differs (...a 0123456789, 0123456789, 0123... instead of ...b 0123456789,"
                + " 0123456789, 0123...)");
  }

  @Test
  void whateverAValueHoldsItsDifferenceIsSaid() {
    assertThat(differences("{a: 1, b: 2}", "{b: 2, a: 1}")).containsExactly("data_config differs");
    assertThat(differences("{a: {}}", "{}")).containsExactly("data_config differs");
    assertThat(differences("{a: 1}", "2"))
        .containsExactly("data_config is missing", "data_config.a is new");
    assertThat(differences("{a: [", "{a: 1"))
        .containsExactly("data_config differs ({a: [ instead of {a: 1)");
  }
}
