/** How evenly users and items of different groups are served. */
package org.trellisrec.metrics.fairness;
