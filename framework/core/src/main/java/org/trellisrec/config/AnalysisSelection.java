package org.trellisrec.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trellisrec.config.bind.BindScope;
import org.trellisrec.config.yaml.Origin;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.config.yaml.YamlReader;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Plugin;

/** Analyses chosen on the command line rather than in an experiment. */
public final class AnalysisSelection {
  private static final String ALL = "all";
  private static final String OPTION = "--analyses";

  private AnalysisSelection() {}

  /** True if the text asks for every analysis. */
  public static boolean isAll(String text) {
    return text.strip().equalsIgnoreCase(ALL);
  }

  /**
   * The analyses that a text asks for.
   *
   * @param text {@code all}, names between commas, or a list as in the section {@code analyses}
   * @throws org.trellisrec.spi.InputException naming every problem with it
   */
  public static List<PluginConfig<Analysis>> of(String text, PluginCatalog catalog) {
    if (isAll(text)) {
      return catalog.all(Analysis.class).stream()
          .filter(plugin -> Params.haveDefaults(plugin.params()))
          .map(AnalysisSelection::withDefaults)
          .toList();
    }
    Problems problems = new Problems();
    String list = text.strip().startsWith("[") ? text : "[" + text + "]";
    Origin origin = Origin.option(OPTION, Path.of("").toAbsolutePath());
    Optional<YamlNode> node = new YamlReader(problems, System::getenv).read(list, origin);
    LoadScope scope = new LoadScope(catalog, BindScope.of(problems, ""), new ArrayList<>());
    List<PluginConfig<Analysis>> chosen =
        node.map(n -> new AnalysesReader(scope).read(n, OPTION)).orElse(List.of());
    problems.throwIfAny();
    if (chosen.isEmpty()) {
      throw new InputException(
          "%s names no analysis; give '%s', or names between commas", OPTION, ALL);
    }
    return chosen;
  }

  private static PluginConfig<Analysis> withDefaults(Plugin<Analysis> plugin) {
    return new PluginConfig<>(plugin.name(), plugin, Params.defaults(plugin.params()));
  }
}
