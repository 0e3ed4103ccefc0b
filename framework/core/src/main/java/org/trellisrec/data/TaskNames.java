package org.trellisrec.data;

import java.util.Collection;

/**
 * What tasks are called in which modalities are withheld: as the task they are made of, and what is
 * left in brackets. By its name a task is recognised where there is nothing else, as in the files
 * of a finished run.
 */
public final class TaskNames {
  /** What is left where a share of the entities lost each modality. */
  private static final String RATES = "rates";

  private static final String OPEN = "[";
  private static final String CLOSE = "]";
  private static final String AND = "+";
  private static final String OF_USERS = EntitySide.USERS + ".";

  /** Without characters that have a meaning in names of tasks or of files. */
  private static final String FIT = "[^\\[\\]+/\\\\:*?\"<>|]+";

  private TaskNames() {}

  /** A task with these modalities of a side: {@code warm[genres+text]}, {@code warm[users.age]}. */
  public static String keeping(String task, EntitySide side, Collection<String> kept) {
    String whose = side == EntitySide.USERS ? OF_USERS : "";
    return task + OPEN + whose + String.join(AND, kept) + CLOSE;
  }

  /** A task in which a share of the entities lost each modality: {@code warm[rates]}. */
  public static String withRates(String task) {
    return task + OPEN + RATES + CLOSE;
  }

  /** True if modalities are withheld in the task of this name. */
  public static boolean withholds(String task) {
    return task.endsWith(CLOSE);
  }

  /**
   * True if the names of tasks that keep a modality of this name are theirs alone, and names of
   * files.
   */
  public static boolean fits(String modality) {
    return modality.matches(FIT) && !modality.equals(RATES) && !modality.startsWith(OF_USERS);
  }
}
