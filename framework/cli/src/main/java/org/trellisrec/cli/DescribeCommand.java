package org.trellisrec.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.PluginKind;
import org.trellisrec.config.docs.ReferenceDocs;
import org.trellisrec.config.yaml.Suggestions;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Plugin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells all about one plugin. */
@Command(name = "describe", description = "Shows what a plugin does, and its parameters.")
final class DescribeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "A name or alias, in any case.")
  private String name;

  @Mixin private PluginOptions plugins;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PluginCatalog catalog = plugins.catalog();
    List<Plugin<?>> found = catalog.named(name);
    if (found.isEmpty()) {
      throw new InputException(
          "there is no plugin '%s'%s",
          name,
          Suggestions.nearest(name, names(catalog))
              .map(near -> "; did you mean '" + near + "'?")
              .orElse("; 'trellisrec list' shows all of them"));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        String.join(System.lineSeparator(), found.stream().map(ReferenceDocs::describe).toList()));
    return ExitStatus.GOOD;
  }

  private static Collection<String> names(PluginCatalog catalog) {
    Collection<String> names = new TreeSet<>();
    Arrays.stream(PluginKind.values()).forEach(kind -> names.addAll(catalog.names(kind.type())));
    return names;
  }
}
