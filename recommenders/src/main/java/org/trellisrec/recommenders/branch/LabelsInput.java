package org.trellisrec.recommenders.branch;

import java.nio.IntBuffer;
import java.util.Arrays;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Embedding;

/**
 * Several labels per entity: the mean of their trained vectors.
 *
 * @param name of the modality
 * @param labels the data
 * @param shares the same as a matrix, entities x labels, the values of a row all equal with sum 1
 * @param table one vector per label
 */
record LabelsInput(String name, Modality.MultiHot labels, Interactions shares, Embedding table)
    implements ModalityInput {
  /** With the matrix made from the data. */
  static LabelsInput of(String name, Modality.MultiHot labels, Embedding table) {
    return new LabelsInput(name, labels, shares(labels), table);
  }

  private static Interactions shares(Modality.MultiHot labels) {
    int size = Arrays.stream(labels.codes()).mapToInt(codes -> codes.length).sum();
    int[] rows = new int[size];
    int[] columns = new int[size];
    float[] values = new float[size];
    int next = 0;
    for (int entity = 0; entity < labels.size(); entity++) {
      int[] codes = labels.codes()[entity];
      for (int code : codes) {
        rows[next] = entity;
        columns[next] = code;
        values[next++] = 1f / codes.length;
      }
    }
    return Interactions.of(labels.size(), labels.labels().size(), rows, columns, values, null);
  }

  @Override
  public boolean has(int entity, Interactions rows) {
    return labels.has(entity);
  }

  @Override
  public Object value(int entity) {
    return IntBuffer.wrap(labels.codes()[entity]);
  }

  @Override
  public Operand<TFloat32> ofNothing(Pass pass) {
    return ModalityInput.zeros(pass, table);
  }

  @Override
  public Operand<TFloat32> project(Pass pass, EntityInput entities) {
    return entities.rows("labels", shares).times(table.table());
  }
}
