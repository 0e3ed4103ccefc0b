package org.trellisrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.Vocabulary;

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
    Recommendations back = RecommendationFile.read(file, USERS, ITEMS, notes::add);

    assertThat(file)
        .hasContent("ann\ty\t0.3333333333333333\nann\tx\t0.3333333333333333\nbob\tz\t0.1");
    assertThat(back.users()).containsExactly(0, 1);
    assertThat(back.item(0, 0)).isEqualTo(1);
    assertThat(back.item(0, 1)).isZero();
    assertThat(back.score(0, 1)).isEqualTo(1 / 3.0);
    assertThat(notes).isEmpty();
  }

  @Test
  void unknownUsersAndItemsAreCounted() throws IOException {
    Path file = folder.resolve("recs.tsv");
    Files.writeString(file, "\uFEFFann\tx\t2\r\nann\tq\t1\r\neve\tx\t1\r\n");

    Recommendations lists = RecommendationFile.read(file, USERS, ITEMS, notes::add);

    assertThat(lists.size(0)).isEqualTo(1);
    assertThat(notes)
        .startsWith(
            file + ": removed byte-order marks: 1",
            file + ": removed carriage returns at the ends of lines: 3")
        .hasSize(3);
    assertThat(notes.get(2)).contains(": 2, the first is").endsWith(":2");
  }
}
