package org.trellisrec.cli;

/** What the program tells the shell when it ends. */
final class ExitStatus {
  /** Everything asked for was done. */
  static final int GOOD = 0;

  /** Some model failed, or the program itself did. */
  static final int FAILED = 1;

  /** The command line, a configuration or a data file is wrong. */
  static final int WRONG_INPUT = 2;

  private ExitStatus() {}
}
