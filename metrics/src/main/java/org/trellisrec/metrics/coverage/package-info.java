/** How much of the catalogue and of the users is reached. */
package org.trellisrec.metrics.coverage;
