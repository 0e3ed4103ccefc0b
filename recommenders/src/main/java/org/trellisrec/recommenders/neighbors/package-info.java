/** Neighbourhood models: items or users are compared by the interactions they share. */
package org.trellisrec.recommenders.neighbors;
