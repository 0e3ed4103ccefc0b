package org.trellisrec.recommenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellisrec.config.Params;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.bind.ParamSpec;
import org.trellisrec.config.bind.ParamType;
import org.trellisrec.config.bind.RecordSpec;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Recommender;

/** What descriptions call the default of an optional parameter is what the records fill in. */
class StatedDefaultsTest {
  private static final Pattern BY_FIDELITY =
      Pattern.compile("[Bb]y default (\\S+) for paper, (\\S+) for reference_code[.,;]");
  private static final Pattern BY_OTHER =
      Pattern.compile("[Bb]y default (\\S+) if (\\S+) is (\\S+), else (\\S+)[.]");
  private static final Pattern ALWAYS = Pattern.compile("[Bb]y default (\\S+?)[.;](?: |$)");
  private static final List<String> DECIDING = List.of("fidelity", "loss", "variant", "similarity");

  /** A description and the value it states for a setting. */
  private record Stated(String key, Map<String, String> values, String otherwise) {
    static Stated of(String description) {
      Matcher fidelity = BY_FIDELITY.matcher(description);
      if (fidelity.find()) {
        return new Stated("fidelity", Map.of("paper", fidelity.group(1)), fidelity.group(2));
      }
      Matcher other = BY_OTHER.matcher(description);
      if (other.find()) {
        return new Stated(other.group(2), Map.of(other.group(3), other.group(1)), other.group(4));
      }
      Matcher always = ALWAYS.matcher(description);
      return new Stated("", Map.of(), always.find() ? always.group(1) : null);
    }

    String under(Map<String, String> settings) {
      return values.getOrDefault(settings.getOrDefault(key, ""), otherwise);
    }

    Set<String> all() {
      Set<String> all = new HashSet<>(values.values());
      if (otherwise != null) {
        all.add(otherwise);
      }
      return all;
    }
  }

  static Stream<Arguments> optionalParams() {
    return PluginCatalog.of(new RecommendersModule()).all(Recommender.class).stream()
        .filter(plugin -> Params.haveDefaults(plugin.params()))
        .flatMap(
            plugin ->
                RecordSpec.of(plugin.params()).params().stream()
                    .filter(ParamSpec::isOptional)
                    .map(param -> arguments(plugin.name(), param.key(), plugin.params())));
  }

  /** Every combination of the values of keys that decide about others. */
  private static List<Map<String, String>> settings(RecordSpec spec) {
    List<Map<String, String>> all = List.of(Map.of());
    for (ParamSpec param : spec.params()) {
      if (DECIDING.contains(param.key())) {
        all = with(all, param.key(), ((ParamType.Choice) param.type()).names());
      } else if (param.key().equals("batch_norm")) {
        all = with(all, param.key(), List.of("0", "1"));
      }
    }
    return all;
  }

  private static List<Map<String, String>> with(
      List<Map<String, String>> all, String key, List<String> values) {
    List<Map<String, String>> longer = new ArrayList<>();
    for (Map<String, String> settings : all) {
      for (String value : values) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(key, value);
        longer.add(more);
      }
    }
    return longer;
  }

  private static Optional<Record> bound(
      Class<? extends Record> type, Map<String, String> settings) {
    try {
      return Optional.of(Params.of(type, settings));
    } catch (InputException settingsThatDoNotGoTogether) {
      return Optional.empty();
    }
  }

  @ParameterizedTest(name = "{0}.{1}")
  @MethodSource("optionalParams")
  void theStatedDefaultIsFilledIn(String plugin, String key, Class<? extends Record> type) {
    RecordSpec spec = RecordSpec.of(type);
    ParamSpec param = spec.find(key).orElseThrow();
    Stated stated = Stated.of(param.description());
    Set<String> met = new HashSet<>();
    for (Map<String, String> settings : settings(spec)) {
      Optional<Record> filled = bound(type, settings);
      if (filled.isPresent() && param.valueIn(filled.get()) != null) {
        String value = stated.under(settings);
        assertThat(value).as("default that the description states").isNotNull();
        Map<String, Object> given = new HashMap<>(settings);
        given.put(key, value.startsWith("[") ? elements(value) : value);
        assertThat(Params.of(type, given)).as("%s", settings).isEqualTo(filled.get());
        met.add(value);
      }
    }
    assertThat(met).isEqualTo(stated.all());
  }

  private static List<String> elements(String list) {
    String inner = list.substring(1, list.length() - 1);
    return inner.isEmpty() ? List.of() : List.of(inner);
  }
}
