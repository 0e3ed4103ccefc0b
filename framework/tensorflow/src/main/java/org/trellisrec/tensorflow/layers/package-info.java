/**
 * Layers, similarities and losses. A layer makes its parameters when it is constructed and adds its
 * operations each time it is applied, so that training and inference share the parameters.
 */
package org.trellisrec.tensorflow.layers;
