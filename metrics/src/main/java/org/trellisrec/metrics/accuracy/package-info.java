/**
 * Accuracy of ranked lists against held-out interactions. A user none of whose held-out items
 * reaches the relevance threshold has no value; a user with an empty list scores 0.
 */
package org.trellisrec.metrics.accuracy;
