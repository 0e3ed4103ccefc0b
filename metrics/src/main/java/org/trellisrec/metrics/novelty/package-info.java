/** How unknown the recommended items are to the users. */
package org.trellisrec.metrics.novelty;
