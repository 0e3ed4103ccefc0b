/** Matrices and lists of ids in NumPy's format, read and written. */
package org.trellisrec.numpy;
