package org.trellisrec.metrics.planted;

/** A metric that knows TensorFlow. */
record SeesTensorFlow(org.tensorflow.Graph graph) {}
