/**
 * Measures speed and memory on the machine at hand. The only package that sees JMH, which is under
 * GPL 2.0 with classpath exception.
 */
package org.trellisrec.cli.bench;
