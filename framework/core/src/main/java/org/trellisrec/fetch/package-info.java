/** Downloads of public data sets from their publishers. */
package org.trellisrec.fetch;
