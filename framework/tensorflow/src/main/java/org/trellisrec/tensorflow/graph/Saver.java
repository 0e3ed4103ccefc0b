package org.trellisrec.tensorflow.graph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.tensorflow.DeviceSpec;
import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.train.Restore;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.trellisrec.tensorflow.TfSession;

/**
 * Writes variables to checkpoint files of TensorFlow, and reads them again. The files carry
 * checksums, and name a variable as its operation is named.
 */
public final class Saver {
  private final Placeholder<TString> prefix;
  private final Op save;
  private final Op restore;

  /** Adds the operations to the graph; they run on the CPU wherever the variables are. */
  public Saver(Ops tf, Map<String, Variable<TFloat32>> variables) {
    Ops cpu =
        tf.withDevice(DeviceSpec.newBuilder().deviceType(DeviceType.CPU).deviceIndex(0).build());
    List<Variable<TFloat32>> all = List.copyOf(variables.values());
    String[] names = all.stream().map(variable -> variable.op().name()).toArray(String[]::new);
    Operand<TString> tensors = cpu.constant(NdArrays.vectorOfObjects(names));
    Operand<TString> whole = cpu.fill(cpu.array(all.size()), cpu.constant(""));
    prefix = cpu.placeholder(TString.class);
    save = cpu.train.save(prefix, tensors, whole, new ArrayList<>(all));
    Restore read =
        cpu.train.restore(prefix, tensors, whole, Collections.nCopies(all.size(), TFloat32.class));
    List<Op> assigned = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      assigned.add(tf.assign(all.get(i), read.tensors().get(i).expect(TFloat32.class)));
    }
    restore = tf.withControlDependencies(assigned).noOp();
  }

  /**
   * Writes the values of the variables.
   *
   * @param files beginning of the names of the files, in a folder that exists
   * @throws org.tensorflow.exceptions.TensorFlowException if they cannot be written
   */
  public void save(TfSession session, Path files) {
    run(session, files, save);
  }

  /**
   * Reads the values of the variables.
   *
   * @throws org.tensorflow.exceptions.TensorFlowException if a file is missing, damaged, or of
   *     another model
   */
  public void restore(TfSession session, Path files) {
    run(session, files, restore);
  }

  private void run(TfSession session, Path files, Op what) {
    try (TString name = TString.scalarOf(files.toString())) {
      session.runner().feed(prefix.asOutput(), name).addTarget(what).run().close();
    }
  }
}
