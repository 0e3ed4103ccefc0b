/**
 * From a network to a trained model: the loop over epochs, the best weights, checkpoints, and
 * ranking. A model author implements {@link Network} and calls {@link NetworkTraining}.
 */
package org.trellisrec.tensorflow.training;
