/**
 * What every TensorFlow model stands on: the native library, the device to compute on, and a
 * session with its graph. The only module, beside the models themselves, that sees TensorFlow.
 */
package org.trellisrec.tensorflow;
