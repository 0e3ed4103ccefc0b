/**
 * The parts that the graph of a model is made of: parameters with their initial values, the inputs
 * that batches and users are fed through, and gradients.
 */
package org.trellisrec.tensorflow.graph;
