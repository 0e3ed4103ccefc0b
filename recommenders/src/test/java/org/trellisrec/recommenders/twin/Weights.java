package org.trellisrec.recommenders.twin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.Placement;
import org.trellisrec.tensorflow.SessionSettings;
import org.trellisrec.tensorflow.TfSession;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.training.NetworkRecommender;

/**
 * The trained variables of a network in double precision, by name; a vector has one row.
 *
 * @param tables by name
 */
public record Weights(Map<String, double[][]> tables) {
  /** What a fit with this seed starts from. */
  public static Weights initial(NetworkRecommender recommender, TrainingData data, Seed fit) {
    Placement cpu = new Placement(DeviceType.CPU, 0, true);
    try (TfSession session = TfSession.open(new SessionSettings(cpu, 1))) {
      Parameters parameters = new Parameters(session.ops(), fit.derive("initial"));
      recommender.networks(data, 1).create(session.ops(), parameters);
      Op start = session.ops().withControlDependencies(parameters.initial()).noOp();
      session.runner().addTarget(start).run().close();
      Map<String, double[][]> tables = new LinkedHashMap<>();
      parameters.trained().forEach((name, v) -> tables.put(name, read(session, v)));
      return new Weights(tables);
    }
  }

  private static double[][] read(TfSession session, Variable<TFloat32> variable) {
    Shape shape = variable.shape();
    int columns = (int) shape.get(shape.numDimensions() - 1);
    double[][] table = new double[(int) (shape.size() / columns)][columns];
    try (Result result = session.runner().fetch(variable).run()) {
      var values = result.get(0).asRawTensor().data().asFloats();
      for (int i = 0; i < shape.size(); i++) {
        table[i / columns][i % columns] = values.getFloat(i);
      }
    }
    return table;
  }

  /** The table called so. */
  public double[][] table(String name) {
    if (!tables.containsKey(name)) {
      throw new IllegalArgumentException("no variable " + name + " among " + tables.keySet());
    }
    return tables.get(name);
  }

  /** The vector called so. */
  public double[] vector(String name) {
    return table(name)[0];
  }
}
