package org.trellisrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.ListFile;

class RecommendationFileTest {
  private static final Vocabulary USERS = Vocabulary.of(List.of("ann", "bob"));
  private static final Vocabulary ITEMS = Vocabulary.of(List.of("x", "y", "z"));

  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    RecommendationsBuilder builder = new RecommendationsBuilder();
    builder.add(1, 2, 0.1);
    builder.add(0, 1, 1 / 3.0);
    builder.add(0, 0, 1 / 3.0);
    Path file = folder.resolve("lists/recs.tsv");

    RecommendationFile.write(file, builder.build(), USERS, ITEMS);
    ListFile back = ListFile.read(file, notes::add);

    assertThat(file)
        .hasContent("ann\ty\t0.3333333333333333\nann\tx\t0.3333333333333333\nbob\tz\t0.1");
    assertThat(back.users()).containsExactly("ann", "bob");
    assertThat(back.items()).containsExactly("y", "x", "z");
    assertThat(back.item(0, 0)).isZero();
    assertThat(back.item(0, 1)).isEqualTo(1);
    assertThat(back.score(0, 1)).isEqualTo(1 / 3.0);
    assertThat(notes).isEmpty();
  }
}
