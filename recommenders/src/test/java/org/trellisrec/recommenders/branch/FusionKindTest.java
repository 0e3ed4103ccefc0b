package org.trellisrec.recommenders.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.Placement;
import org.trellisrec.tensorflow.SessionSettings;
import org.trellisrec.tensorflow.TfSession;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;

/** Both modalities, the first one alone with another's vector in place of the second, and none. */
class FusionKindTest {
  private static final float[][][] PARTS = {{{1, -4}, {3, 2}}, {{1, -4}, {9, 9}}, {{9, 9}, {9, 9}}};
  private static final float[][] WEIGHTS = {{1, 1}, {1, 0}, {0, 0}};

  private static float[][] fused(FusionKind kind) {
    Placement cpu = new Placement(DeviceType.CPU, 0, true);
    try (TfSession session = TfSession.open(new SessionSettings(cpu, 1))) {
      Ops tf = session.ops();
      Parameters parameters = new Parameters(tf, new Seed(1));
      Operand<TFloat32> fused =
          kind.create(parameters, "fusion", 2)
              .of(Pass.inference(tf), tf.constant(PARTS), tf.constant(WEIGHTS));
      session
          .runner()
          .addTarget(tf.withControlDependencies(parameters.initial()).noOp())
          .run()
          .close();
      try (Result result = session.runner().fetch(fused).run()) {
        float[][] rows = new float[PARTS.length][2];
        ((TFloat32) result.get(0))
            .scalars()
            .forEachIndexed((at, x) -> rows[(int) at[0]][(int) at[1]] = x.getFloat());
        return rows;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatASlotLacksCountsForNothing(FusionKind kind) {
    float[][] fused = fused(kind);
    assertThat(fused[1]).containsExactly(new float[] {1, -4}, within(1e-5f));
    assertThat(fused[2]).containsExactly(new float[] {0, 0}, within(1e-5f));
  }

  @Test
  void meanAndMaximumByHand() {
    assertThat(fused(FusionKind.MEAN)[0]).containsExactly(new float[] {2, -1}, within(1e-5f));
    assertThat(fused(FusionKind.MAX)[0]).containsExactly(new float[] {3, 2}, within(1e-5f));
  }

  /** Attention gives all elements the same weights, so that the result lies on the line between. */
  @Test
  void attentionAndGatesWeighBetweenTheTwo() {
    float[] attended = fused(FusionKind.ATTENTION)[0];
    assertThat(attended[0]).isStrictlyBetween(1f, 3f);
    assertThat(attended[1]).isCloseTo(3 * attended[0] - 7, within(1e-4f));
    float[] gated = fused(FusionKind.GATED)[0];
    assertThat(gated[0]).isStrictlyBetween(1f, 3f);
    assertThat(gated[1]).isStrictlyBetween(-4f, 2f);
  }
}
