package org.trellisrec.metrics.planted;

import org.openjdk.jmh.annotations.Mode;

/** Violates a rule on purpose. */
record SeesJmh(Mode mode) {}
