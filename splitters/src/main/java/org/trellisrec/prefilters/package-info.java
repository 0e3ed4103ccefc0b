/**
 * Prefilters: they choose which interactions an experiment is about, before the split. Elliot's are
 * here under their names, and some more. Several entries of one pair count as several interactions.
 */
package org.trellisrec.prefilters;
