package org.trellisrec.recommenders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.bind.ParamSpec;
import org.trellisrec.config.bind.RecordSpec;
import org.trellisrec.spi.Recommender;

/** One concept has one key and the same other names in every model. */
class CommonNamesTest {
  /** DropoutNet leaves out preferences, not values of a layer. */
  private static final Set<String> ANOTHER_CONCEPT = Set.of("DropoutNet.dropout");

  private static Map<String, ParamSpec> paramsOfModels() {
    Map<String, ParamSpec> params = new HashMap<>();
    PluginCatalog.of(new RecommendersModule())
        .all(Recommender.class)
        .forEach(
            plugin ->
                RecordSpec.of(plugin.params())
                    .params()
                    .forEach(param -> params.put(plugin.name() + "." + param.key(), param)));
    return params;
  }

  @ParameterizedTest
  @CsvSource({
    "binarize, implicit",
    "dropout, dropout_prob dropout_rate",
    "embedding_size, factors embedding_dim latent_dim embed_k",
    "l2, l2_norm l_w reg_weight",
    "n_layers, layers",
    "negatives, neg_ratio n_negatives num_neg",
    "temperature, tau"
  })
  void everyModelReadsTheNamesInUse(String key, String names) {
    List<String> common = List.of(names.split(" ", -1));
    Set<String> read = new HashSet<>();
    paramsOfModels()
        .forEach(
            (name, param) -> {
              if (param.key().equals(key) && !ANOTHER_CONCEPT.contains(name)) {
                assertThat(param.aliases()).as(name).containsAll(common);
                read.add(name);
              }
              assertThat(common).as(name).doesNotContain(param.key());
            });
    assertThat(read).isNotEmpty();
  }
}
