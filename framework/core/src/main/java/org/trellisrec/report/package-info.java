/**
 * What a run leaves behind: rows, tables in CSV, Markdown and LaTeX, and the files of the run
 * folder.
 */
package org.trellisrec.report;
