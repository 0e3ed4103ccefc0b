package org.trellisrec.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** One command line, run in this JVM, with what it printed. */
record Shell(int status, String out, String err) {
  /** Runs a command line with the commands that users have; words are taken as text. */
  static Shell run(Object... words) {
    return with(Commands.all(), Stream.of(words).map(Object::toString).toArray(String[]::new));
  }

  /** Runs a command line with these commands. */
  static Shell with(List<? extends Callable<Integer>> commands, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(commands, new PrintWriter(out), new PrintWriter(err), args);
    return new Shell(status, out.toString(), err.toString());
  }
}
