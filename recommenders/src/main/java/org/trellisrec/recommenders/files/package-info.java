/** Recommendation lists made by other tools. */
package org.trellisrec.recommenders.files;
