package org.trellisrec.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** Runs command lines in this JVM and keeps what they print. */
record Shell(int status, String out, String err) {
  /** Runs a command line with the commands that users have. */
  static Shell run(String... args) {
    return run(Commands.all(), args);
  }

  /** Runs a command line with these commands. */
  static Shell run(List<? extends Callable<Integer>> commands, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(commands, new PrintWriter(out), new PrintWriter(err), args);
    return new Shell(status, out.toString(), err.toString());
  }
}
