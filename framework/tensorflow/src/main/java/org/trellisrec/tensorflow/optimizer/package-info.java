/** How variables follow their gradients: SGD, Adam and AdamW, dense or for touched rows alone. */
package org.trellisrec.tensorflow.optimizer;
