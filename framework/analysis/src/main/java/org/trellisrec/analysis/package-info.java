/**
 * Analyses of finished runs: what the vectors of a model say about its modalities, and tables and
 * plots of what was measured. Each is a plugin that reads files; the library for plots is seen here
 * alone.
 */
package org.trellisrec.analysis;
