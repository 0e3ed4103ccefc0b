/** Vectors out of raw text. */
package org.trellisrec.text;
