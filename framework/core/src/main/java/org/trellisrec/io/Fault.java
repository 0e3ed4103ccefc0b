package org.trellisrec.io;

/**
 * The first malformed line of a part of a file.
 *
 * @param line counted from 0 at the start of the part
 */
record Fault(long line, String message) {}
