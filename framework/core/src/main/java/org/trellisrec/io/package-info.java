/** Reading interactions and side information from files. */
package org.trellisrec.io;
