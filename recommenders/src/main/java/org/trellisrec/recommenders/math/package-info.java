/** Sparse matrices, parallel loops and dense linear algebra shared by the recommenders. */
package org.trellisrec.recommenders.math;
