/** YAML text as a tree that knows where every value was written, and the problems found in it. */
package org.trellisrec.config.yaml;
