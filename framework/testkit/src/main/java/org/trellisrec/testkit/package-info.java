/**
 * For authors of plugins: contract tests to extend, and fakes of what the engine hands to a plugin.
 */
package org.trellisrec.testkit;
