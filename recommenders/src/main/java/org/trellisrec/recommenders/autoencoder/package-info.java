/** Models that reconstruct a user's interactions from a code of few numbers. */
package org.trellisrec.recommenders.autoencoder;
