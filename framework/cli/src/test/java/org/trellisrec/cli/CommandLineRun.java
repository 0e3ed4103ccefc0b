package org.trellisrec.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One command line, run in this process, with what it printed. */
record CommandLineRun(int status, String out, String err) {
  static CommandLineRun of(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    int status = Main.run(Commands.all(), new PrintWriter(out), new PrintWriter(err), words);
    return new CommandLineRun(status, out.toString(), err.toString());
  }
}
