/** Data sets with planted latent structure, determined by a seed, and their way into files. */
package org.trellisrec.generate;
