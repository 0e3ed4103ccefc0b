/**
 * Trade-offs between metrics. Works on finished values: a point is what one model reached under
 * every objective.
 */
package org.trellisrec.multiobjective;
