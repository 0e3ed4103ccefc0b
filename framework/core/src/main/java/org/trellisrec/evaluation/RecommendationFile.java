package org.trellisrec.evaluation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.trellisrec.data.Vocabulary;

/**
 * Recommendation files: rows of user, item and score between tabs, without header, as {@link
 * org.trellisrec.input.ListFile} reads them.
 */
public final class RecommendationFile {
  private RecommendationFile() {}

  /** Writes lists, users by index; the file appears at its place once it is complete. */
  public static void write(Path file, Recommendations lists, Vocabulary users, Vocabulary items)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    String[] itemIds = new String[items.size()];
    try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
      for (int user : lists.users()) {
        writeList(out, user, lists, users.id(user), items, itemIds);
      }
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void writeList(
      Writer out, int user, Recommendations lists, String id, Vocabulary items, String[] itemIds)
      throws IOException {
    for (int rank = 0; rank < lists.size(user); rank++) {
      int item = lists.item(user, rank);
      if (itemIds[item] == null) {
        itemIds[item] = items.id(item);
      }
      out.write(id);
      out.write('\t');
      out.write(itemIds[item]);
      out.write('\t');
      out.write(lists.scoreText(user, rank));
      out.write('\n');
    }
  }
}
