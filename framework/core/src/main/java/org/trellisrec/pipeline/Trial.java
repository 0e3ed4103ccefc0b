package org.trellisrec.pipeline;

import java.util.Map;
import org.trellisrec.spi.Recommender;

/**
 * One choice of hyperparameters for a model.
 *
 * @param number counts from 0
 * @param parameters every parameter with its value as text, in declaration order
 * @param recommender the recipe with these parameters
 */
record Trial(int number, Map<String, String> parameters, Recommender recommender) {}
