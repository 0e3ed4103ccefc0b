package org.trellisrec.config.docs;

import java.util.Map;
import org.trellisrec.config.EarlyStoppingConfig;
import org.trellisrec.config.ElliotKeys;
import org.trellisrec.config.ModelMeta;
import org.trellisrec.config.Section;
import org.trellisrec.config.Settings;
import org.trellisrec.multiobjective.ObjectiveConfig;
import org.trellisrec.spi.NoParams;

/** The page on the keys of {@code experiment}. */
final class ExperimentPage {
  private ExperimentPage() {}

  static String text() {
    StringBuilder page = new StringBuilder("# Keys of an experiment\n\n");
    page.append("Everything stands under the root key `experiment`.\n\n## Plain keys\n\n");
    page.append(ParamTable.of(Settings.class));
    for (Section section : Section.values()) {
      page.append("\n## `").append(section.key()).append("`\n\n");
      page.append(quoted(section.description())).append('\n');
      if (section.plainKeys() != NoParams.class) {
        page.append('\n').append(ParamTable.of(section.plainKeys()));
      }
    }
    page.append("\n### An objective of `multi_objective`\n\n");
    page.append(ParamTable.of(ObjectiveConfig.class));
    page.append("\n### `meta` of a model\n\n").append(ParamTable.of(ModelMeta.class));
    page.append("\n### `early_stopping` of a model\n\n");
    page.append(ParamTable.of(EarlyStoppingConfig.class));
    page.append("\n## Keys of Elliot without effect\n\n");
    page.append(
        "They are read, and a note says why they have no effect. Of `%s`, %s.\n\n"
            .formatted(ElliotKeys.GPU, quoted(ElliotKeys.GPU_MEANING)));
    list(ElliotKeys.ofExperiment(), "", page);
    list(ElliotKeys.ofDataConfig(NoParams.class), "data_config.", page);
    list(ElliotKeys.ofModel(NoParams.class), "models.NAME.", page);
    return page.toString();
  }

  private static void list(Map<String, String> keys, String prefix, StringBuilder page) {
    keys.forEach(
        (key, reason) -> page.append("- `%s%s`: %s\n".formatted(prefix, key, quoted(reason))));
  }

  /** Keys are in single quotes in messages, and code in Markdown. */
  private static String quoted(String text) {
    return text.replaceAll("'([^']+)'", "`$1`");
  }
}
