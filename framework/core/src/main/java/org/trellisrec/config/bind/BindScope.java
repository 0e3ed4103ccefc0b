package org.trellisrec.config.bind;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.config.yaml.YamlNode;

/**
 * What binding needs beside the tree.
 *
 * @param problems takes what is wrong
 * @param dataset replaces {@code {0}} in paths
 * @param inputs true if paths name inputs, which must exist
 * @param root a folder that relative paths start from instead of their file's; empty for none
 */
public record BindScope(Problems problems, String dataset, boolean inputs, Path root) {
  private static final Path NONE = Path.of("");

  /** Paths that need not exist. */
  public static BindScope of(Problems problems, String dataset) {
    return new BindScope(problems, dataset, false, NONE);
  }

  /** The same with paths that must exist. */
  public BindScope forInputs() {
    return new BindScope(problems, dataset, true, root);
  }

  /** Of a root that is missing, nothing else need be said. */
  BindScope withoutInputs() {
    return new BindScope(problems, dataset, false, root);
  }

  /** The same with relative paths that start in a folder. */
  public BindScope withRoot(Path folder) {
    return new BindScope(problems, dataset, inputs, folder);
  }

  /** The path that a value names; a missing input is a problem. */
  public Optional<Path> path(YamlNode.Scalar value, String name) {
    try {
      Path given = Path.of(value.text().replace("{0}", dataset));
      Path base = value.at().origin().base().resolve(root);
      Path path = base.equals(NONE) ? given : base.resolve(given).normalize();
      if (inputs && !Files.exists(path)) {
        problems.add(value.at(), "%s names '%s', but there is no %s", name, value.text(), path);
        return Optional.empty();
      }
      return Optional.of(path);
    } catch (InvalidPathException e) {
      problems.add(
          value.at(), "%s is '%s', which is no path: %s", name, value.text(), e.getReason());
      return Optional.empty();
    }
  }
}
