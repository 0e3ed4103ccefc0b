package org.trellisrec.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.PluginKind;
import org.trellisrec.config.yaml.Suggestions;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Names the plugins there are. */
@Command(name = "list", description = "Lists the plugins there are, with one sentence on each.")
final class ListCommand implements Callable<Integer> {
  private static final int GAP = 2;

  @Parameters(
      arity = "0..1",
      paramLabel = "KIND",
      completionCandidates = Kinds.class,
      description = "One of: ${COMPLETION-CANDIDATES}; by default all of them.")
  private String kind;

  @Mixin private PluginOptions plugins;

  @Spec private CommandSpec spec;

  /** The kinds there are, as words for the command line. */
  static final class Kinds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(PluginKind.values()).map(PluginKind::plural).iterator();
    }
  }

  @Override
  public Integer call() {
    List<PluginKind> kinds = kind == null ? List.of(PluginKind.values()) : List.of(named(kind));
    PluginCatalog catalog = plugins.catalog();
    for (PluginKind each : kinds) {
      print(each, catalog.all(each.type()));
    }
    return ExitStatus.GOOD;
  }

  private static PluginKind named(String word) {
    return PluginKind.named(word)
        .orElseThrow(
            () ->
                new InputException(
                    "there is no kind of plugins '%s'%s",
                    word,
                    Suggestions.endOfMessage(
                        word,
                        Arrays.stream(PluginKind.values()).map(PluginKind::plural).toList())));
  }

  private void print(PluginKind each, List<? extends Plugin<?>> found) {
    int name = found.stream().mapToInt(p -> names(p).length()).max().orElse(0) + 2 * GAP;
    int width = Math.max(name + 40, spec.usageMessage().width());
    TextTable table =
        TextTable.forColumns(
            new ColorScheme.Builder(Ansi.OFF).build(),
            new Column(name, GAP, Overflow.SPAN),
            new Column(width - name, 0, Overflow.WRAP));
    found.forEach(plugin -> table.addRowValues(names(plugin), summary(plugin)));
    spec.commandLine().getOut().printf("%s (%d)%n%s%n", each.plural(), found.size(), table);
  }

  private static String names(Plugin<?> plugin) {
    return plugin.aliases().isEmpty()
        ? plugin.name()
        : plugin.name() + " (" + String.join(", ", plugin.aliases()) + ")";
  }

  private static String summary(Plugin<?> plugin) {
    Summary summary = plugin.type().getAnnotation(Summary.class);
    return summary == null ? "" : summary.value();
  }
}
