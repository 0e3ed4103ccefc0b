package org.trellisrec.evaluation;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.files.AtomicFiles;

/**
 * Recommendation files: rows of user, item and score between tabs, without header, as {@link
 * org.trellisrec.input.ListFile} reads them.
 */
public final class RecommendationFile {
  private RecommendationFile() {}

  /** Writes lists, users by index; the file appears at its place once it is complete. */
  public static void write(Path file, Recommendations lists, Vocabulary users, Vocabulary items)
      throws IOException {
    String[] itemIds = new String[items.size()];
    AtomicFiles.write(
        file,
        out -> {
          for (int user : lists.users()) {
            writeList(out, user, lists, users.id(user), items, itemIds);
          }
        });
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
