/**
 * Ranking and measuring: a model's scores become ranked lists, ranked lists become metric values.
 * Users go through in blocks, so memory depends on the block and never on users times items, and no
 * result depends on the number of threads.
 */
package org.trellisrec.evaluation;
