package org.trellisrec.config.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.trellisrec.input.TextInput;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads YAML text into a tree, without making objects of it: no tag can name a class. Text that is
 * too large, too deep, or grows through its aliases is refused.
 */
public final class YamlReader {
  private static final int SIZE_LIMIT = 3_000_000;
  private static final int DEPTH_LIMIT = 50;
  private static final int ALIAS_LIMIT = 200;

  private final Problems problems;
  private final UnaryOperator<String> environment;

  /**
   * A reader.
   *
   * @param problems takes what is wrong with the text
   * @param environment the value of an environment variable, or null if it is not set
   */
  public YamlReader(Problems problems, UnaryOperator<String> environment) {
    this.problems = problems;
    this.environment = environment;
  }

  /**
   * Reads a file in UTF-8.
   *
   * @param kind what the file is, for messages: {@code configuration file}
   * @return the tree, or nothing if the text is no YAML or empty, which is then a problem
   * @throws InputException if the file cannot be read
   */
  public Optional<YamlNode> read(Path file, String kind) {
    return read(contentOf(file, kind), Origin.file(file));
  }

  /** Reads a text. */
  public Optional<YamlNode> read(String text, Origin origin) {
    try {
      Node root = new Yaml(limits()).compose(new StringReader(text));
      if (root == null) {
        problems.add(Position.startOf(origin), "the file is empty");
        return Optional.empty();
      }
      TreeBuilder builder = new TreeBuilder(origin, problems, new Variables(environment, problems));
      return Optional.of(builder.build(root));
    } catch (TreeBuilder.Refused e) {
      problems.add(
          positionOf(e, origin), "this %s is refused: %s", languageOf(origin), e.getProblem());
    } catch (MarkedYAMLException e) {
      problems.add(positionOf(e, origin), "%s", problemOf(e, origin));
    } catch (YAMLException e) {
      problems.add(
          Position.startOf(origin.unnumbered()),
          "this %s is refused: %s",
          languageOf(origin),
          oneLine(e.getMessage()));
    }
    return Optional.empty();
  }

  private static String contentOf(Path file, String kind) {
    try {
      if (Files.isDirectory(file)) {
        throw new InputException("%s is a folder, not a %s", file, kind);
      }
      if (!Files.exists(file)) {
        throw new InputException("there is no %s %s", kind, file);
      }
      if (Files.size(file) > SIZE_LIMIT) {
        throw new InputException(
            "%s has %d bytes; a %s has at most %d", file, Files.size(file), kind, SIZE_LIMIT);
      }
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw TextInput.notUtf8(file);
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s", file, IoReason.of(e));
    }
  }

  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(SIZE_LIMIT);
    options.setNestingDepthLimit(DEPTH_LIMIT);
    options.setMaxAliasesForCollections(ALIAS_LIMIT);
    // No object is ever made of a tag; which ones are allowed is for TreeBuilder to say.
    options.setTagInspector(tag -> true);
    return options;
  }

  /** JSON is read as YAML, which has nearly all of it: what cannot be read may still be JSON. */
  private static String problemOf(MarkedYAMLException e, Origin origin) {
    if (e.getProblem().contains("another document")) {
      return "a second document starts here, but one is read; keep one";
    }
    return (isJson(origin) ? "this JSON cannot be read: " : "this is not YAML: ") + e.getProblem();
  }

  private static String languageOf(Origin origin) {
    return isJson(origin) ? "JSON" : "YAML";
  }

  private static boolean isJson(Origin origin) {
    return origin.numbered() && origin.label().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  private static Position positionOf(MarkedYAMLException e, Origin origin) {
    Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    return mark == null
        ? Position.startOf(origin)
        : new Position(origin, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
