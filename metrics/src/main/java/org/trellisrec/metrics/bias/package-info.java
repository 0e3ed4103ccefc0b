/** How far recommendations lean towards popular items. */
package org.trellisrec.metrics.bias;
