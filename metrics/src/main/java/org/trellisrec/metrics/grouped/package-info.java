/** Any metric by group of users or of items. */
package org.trellisrec.metrics.grouped;
