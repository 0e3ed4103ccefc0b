/** Baselines that do not personalise. */
package org.trellisrec.recommenders.popularity;
