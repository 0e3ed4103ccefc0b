package org.trellisrec.config.docs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.PluginKind;
import org.trellisrec.config.bind.ParamSpec;
import org.trellisrec.config.bind.RecordSpec;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.Summary;

/** The reference pages, the JSON Schema, and what {@code trellisrec describe} prints. */
public final class ReferenceDocs {
  private static final String FOLDER = "docs/reference/";
  private static final String GENERATED =
      "<!-- Generated from the code; do not edit. ReferenceDocsTest says how to renew it. -->\n";

  private ReferenceDocs() {}

  /**
   * All generated files.
   *
   * @return content by path relative to the root of the repository
   */
  public static Map<String, String> generate(PluginCatalog catalog) {
    Map<String, String> files = new TreeMap<>();
    for (PluginKind kind : PluginKind.values()) {
      files.put(FOLDER + kind.plural() + ".md", page(kind, catalog));
    }
    files.put(FOLDER + "experiment.md", GENERATED + ExperimentPage.text());
    files.put("docs/trellisrec.schema.json", new JsonSchema(catalog).text());
    return files;
  }

  private static String page(PluginKind kind, PluginCatalog catalog) {
    StringBuilder page = new StringBuilder(GENERATED);
    String plural = kind.plural().replace('_', ' ');
    page.append("# ").append(Character.toUpperCase(plural.charAt(0))).append(plural.substring(1));
    page.append("\n");
    for (Plugin<?> plugin : catalog.all(kind.type())) {
      page.append("\n## ").append(plugin.name()).append("\n\n");
      Summary summary = plugin.type().getAnnotation(Summary.class);
      if (summary != null) {
        page.append(summary.value()).append("\n\n");
      }
      if (summary != null && !summary.source().isEmpty()) {
        page.append("Source: ").append(summary.source()).append("\n\n");
      }
      if (!plugin.aliases().isEmpty()) {
        page.append("Also: `").append(String.join("`, `", plugin.aliases())).append("`\n\n");
      }
      page.append(ParamTable.of(plugin.params()));
    }
    return page.toString();
  }

  /** What a plugin is and takes, as plain text of several lines. */
  public static String describe(Plugin<?> plugin) {
    StringBuilder text = new StringBuilder(plugin.name());
    text.append(" (").append(PluginKind.of(plugin.kind()).word());
    if (!plugin.aliases().isEmpty()) {
      text.append("; also ").append(String.join(", ", plugin.aliases()));
    }
    text.append(")\n");
    Summary summary = plugin.type().getAnnotation(Summary.class);
    if (summary != null) {
      text.append(summary.value()).append('\n');
    }
    if (summary != null && !summary.source().isEmpty()) {
      text.append("Source: ").append(summary.source()).append('\n');
    }
    List<ParamSpec> params = RecordSpec.of(plugin.params()).params();
    text.append(params.isEmpty() ? "\nNo parameters.\n" : "\nParameters:\n");
    params.forEach(param -> describe(param, "  ", text));
    return text.toString();
  }

  private static void describe(ParamSpec param, String indent, StringBuilder text) {
    text.append(indent).append(param.key());
    Optional<Class<? extends Record>> group = ParamTable.group(param.type());
    if (group.isPresent()) {
      text.append(": ").append(param.description()).append('\n');
      RecordSpec.of(group.get()).params().forEach(p -> describe(p, indent + "  ", text));
      return;
    }
    text.append(": ").append(ParamTable.value(param));
    if (param.isRequired()) {
      text.append("; required");
    } else if (!param.isOptional()) {
      text.append("; default ").append(param.byDefault());
    }
    if (!param.aliases().isEmpty()) {
      text.append("; also ").append(String.join(", ", param.aliases()));
    }
    text.append('\n').append(indent).append("    ").append(param.description()).append('\n');
  }
}
