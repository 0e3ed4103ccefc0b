/** The metrics that come with the framework; the module in this package lists them. */
package org.trellisrec.metrics;
