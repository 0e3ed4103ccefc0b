/**
 * Text files of the user: unpacked, without byte-order mark, line by line. Plugins read what they
 * take by this package, so that every file is treated alike.
 */
package org.trellisrec.input;
