/**
 * Immutable data: interactions, vocabularies, side information, and the splits and tasks made of
 * them. Nothing here knows about files, models or metrics.
 */
package org.trellisrec.data;
