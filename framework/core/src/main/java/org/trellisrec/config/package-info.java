/**
 * The configuration language: one YAML file, read completely, checked completely, and turned into
 * an immutable {@link org.trellisrec.config.ExperimentConfig}.
 */
package org.trellisrec.config;
