/** Binds configuration trees to params records, which declare themselves with {@code @Param}. */
package org.trellisrec.config.bind;
