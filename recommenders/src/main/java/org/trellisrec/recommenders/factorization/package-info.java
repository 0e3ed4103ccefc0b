/** Matrix factorisation: one trained vector per user and per item. */
package org.trellisrec.recommenders.factorization;
