/** How evenly recommendations spread over items. */
package org.trellisrec.metrics.diversity;
