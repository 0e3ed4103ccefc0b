/**
 * What a training step learns from: batches drawn from the training interactions, with negatives,
 * and without repeated users and items. Nothing here touches TensorFlow.
 */
package org.trellisrec.tensorflow.batch;
