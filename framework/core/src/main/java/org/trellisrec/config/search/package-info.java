/** Search spaces: which values of which hyperparameters are to be tried. */
package org.trellisrec.config.search;
