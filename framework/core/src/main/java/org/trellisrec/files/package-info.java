/**
 * Files and folders that are whole or absent, whatever interrupts their writing. Knows nothing of
 * what they hold.
 */
package org.trellisrec.files;
