package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.tensorflow.graph.Entities;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;

/**
 * The interactions of an entity as the mean of given vectors of what it interacted with.
 *
 * @param trained the columns that have a vector; an entity with none of them lacks the modality
 * @param vectors one per column
 * @param length of the vectors
 */
record MeanInput(ItemSet trained, float[][] vectors, int length) implements ProfileInput {
  @Override
  public Operand<TFloat32> ofNothing(Pass pass) {
    return pass.tf().zeros(pass.tf().array(1, length), TFloat32.class);
  }

  @Override
  public Operand<TFloat32> project(Pass pass, EntityInput entities) {
    Placeholder<TFloat32> means =
        pass.tf()
            .withName(entities.name() + ".means")
            .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, length)));
    entities.feed((some, into) -> into.put(means, means(some), some.size(), length));
    return means;
  }

  private float[] means(Entities some) {
    float[] means = new float[some.size() * length];
    for (int row = 0; row < some.size(); row++) {
      double[] mean = mean(some.indices()[row], some.rows());
      for (int k = 0; k < length; k++) {
        means[row * length + k] = (float) mean[k];
      }
    }
    return means;
  }

  private double[] mean(int entity, Interactions rows) {
    double[] mean = new double[length];
    int size = 0;
    for (int p = rows.start(entity); p < rows.end(entity); p++) {
      if (trained.contains(rows.column(p))) {
        size++;
        for (int k = 0; k < length; k++) {
          mean[k] += (vectors[rows.column(p)][k] - mean[k]) / size;
        }
      }
    }
    return mean;
  }
}
