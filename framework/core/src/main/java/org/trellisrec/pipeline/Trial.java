package org.trellisrec.pipeline;

import java.util.List;
import java.util.Map;
import org.trellisrec.spi.Recommender;

/**
 * One choice of hyperparameters for a model.
 *
 * @param number counts from 0
 * @param position where it is in the search space, see {@link
 *     org.trellisrec.config.search.SearchSpace#at}
 * @param parameters every parameter with its value as text, in declaration order
 * @param recommender the recipe with these parameters
 */
record Trial(
    int number, List<Double> position, Map<String, String> parameters, Recommender recommender) {}
