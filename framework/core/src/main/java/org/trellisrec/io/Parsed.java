package org.trellisrec.io;

/**
 * What became of a part of a file.
 *
 * @param rows its rows
 * @param lines lines it has, up to where reading stopped
 * @param blank blank lines among them
 * @param rowless well-formed lines without a row
 * @param returns lines that end in a carriage return
 * @param skipped malformed lines left out
 * @param fault the first malformed line, or null
 * @param quoted true if reading stopped at a quoted column
 */
record Parsed(
    Segment rows,
    long lines,
    long blank,
    long rowless,
    long returns,
    long skipped,
    Fault fault,
    boolean quoted) {}
