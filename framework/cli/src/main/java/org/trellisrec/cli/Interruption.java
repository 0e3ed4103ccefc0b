package org.trellisrec.cli;

/** Says something if the process is ended from outside, as by Ctrl-C, while work is done. */
final class Interruption {
  private final Thread last;

  private Interruption(Runnable said) {
    last = new Thread(said, "interruption");
  }

  /** From here on until {@link #over}. */
  static Interruption says(Runnable said) {
    Interruption interruption = new Interruption(said);
    Runtime.getRuntime().addShutdownHook(interruption.last);
    return interruption;
  }

  /** The work is done. */
  void over() {
    try {
      Runtime.getRuntime().removeShutdownHook(last);
    } catch (IllegalStateException e) { // the process is ending, and it is said
    }
  }
}
