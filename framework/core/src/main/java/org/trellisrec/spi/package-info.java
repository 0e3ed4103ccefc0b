/**
 * The extension points. A plugin is a <i>recipe</i>: immutable, holding only its parameters;
 * whatever is computed lives in the product it returns. Plugins import this package and {@code
 * org.trellisrec.data}, nothing else of the framework.
 */
package org.trellisrec.spi;
