/** Search over hyperparameters, and early stopping. */
package org.trellisrec.tuning;
