/** The command line: what users type, what they see, and the status with which the program ends. */
package org.trellisrec.cli;
