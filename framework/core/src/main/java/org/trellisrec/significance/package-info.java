/**
 * Whether models differ: paired tests and bootstrap intervals over the values that user metrics
 * give to each user. Values in, values out; files are the business of {@code
 * org.trellisrec.report}.
 */
package org.trellisrec.significance;
