/** Groups of users or items, and labels of items, from files or from modalities. */
package org.trellisrec.metrics.clustering;
