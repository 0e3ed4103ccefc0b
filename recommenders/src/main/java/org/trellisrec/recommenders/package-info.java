/** Recommenders, a package per family. */
package org.trellisrec.recommenders;
