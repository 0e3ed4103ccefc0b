package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every relative link of the documentation leads to a file, and to a heading if it names one. */
class DocLinksTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?![a-z]+:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  @TempDir private Path folder;

  @Test
  void linksLeadSomewhere() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    pages.addAll(ThirdPartyJar.filesUnder(ROOT.resolve("docs"), ".md"));
    assertThat(pages).hasSizeGreaterThan(10);
    assertThat(broken(pages)).isEmpty();
  }

  @Test
  void brokenLinksAreFound() throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("page.md"),
            """
            # One word, `two`

            [a](page.md), [b](#one-word-two), [c](https://example.org/x), [d](page.md#three), [e](gone.md)

            ```
            [f](code.md)
            ```
            """);
    assertThat(broken(List.of(page)))
        .containsExactly(page + ": page.md#three", page + ": gone.md#");
  }

  private static List<String> broken(List<Path> pages) throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages) {
      for (MatchResult link : LINK.matcher(prose(page)).results().toList()) {
        String anchor = link.group(2) == null ? "" : link.group(2);
        Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        if (!Files.exists(target) || (!anchor.isEmpty() && !anchors(target).contains(anchor))) {
          broken.add("%s: %s#%s".formatted(page, link.group(1), anchor));
        }
      }
    }
    return broken;
  }

  private static String prose(Path page) throws IOException {
    return CODE.matcher(Files.readString(page)).replaceAll("");
  }

  /** What GitHub makes of the headings of a page. */
  private static Set<String> anchors(Path page) throws IOException {
    try (Stream<MatchResult> headings = HEADING.matcher(prose(page)).results()) {
      return headings
          .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
          .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
          .collect(Collectors.toSet());
    }
  }
}
