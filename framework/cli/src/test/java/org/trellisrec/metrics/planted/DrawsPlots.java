package org.trellisrec.metrics.planted;

import org.knowm.xchart.XYChart;

/** Violates a rule on purpose. */
record DrawsPlots(XYChart chart) {}
