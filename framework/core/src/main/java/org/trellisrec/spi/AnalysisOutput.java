package org.trellisrec.spi;

import java.io.IOException;
import java.util.List;

/**
 * Takes what an analysis has to say. Names of files may be made of any labels: characters that not
 * every file system knows are replaced, and a hash keeps such names apart.
 *
 * <p>Every method throws an {@link InputException} for a name that this run of analyses has written
 * before.
 */
public interface AnalysisOutput {
  /**
   * A table for readers, as Markdown and LaTeX.
   *
   * @param name of the files, without extension
   * @param header names of the columns
   * @param rows cells, as many as the header has
   */
  void table(String name, List<String> header, List<List<String>> rows) throws IOException;

  /**
   * Rows for other programs, as CSV alone.
   *
   * @param name of the file, without extension
   * @param header names of the columns
   * @param rows cells, as many as the header has
   */
  void csv(String name, List<String> header, List<List<String>> rows) throws IOException;

  /**
   * A file of any other kind.
   *
   * @param name with extension
   */
  void file(String name, byte[] content) throws IOException;

  /** Something the user should know about the results. */
  void note(String message);
}
