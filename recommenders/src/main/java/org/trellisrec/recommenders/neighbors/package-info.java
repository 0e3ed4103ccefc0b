/**
 * Neighbourhood models: items or users are compared by the interactions they share, or by what is
 * known of them.
 */
package org.trellisrec.recommenders.neighbors;
