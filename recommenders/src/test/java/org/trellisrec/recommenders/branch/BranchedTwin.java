package org.trellisrec.recommenders.branch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.recommenders.branch.ModalityBuilder.Sharing;
import org.trellisrec.recommenders.twin.Twin;
import org.trellisrec.recommenders.twin.Vectors;
import org.trellisrec.recommenders.twin.Weights;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.batch.Batch;

/**
 * SiBraR, MuBraR and UniBraR: every modality of every slot goes through projection and branch on
 * its own, and batch norms run over all of these rows.
 */
final class BranchedTwin implements Twin {
  private static final double EPSILON = 1e-5f;
  private static final double MOMENTUM = 0.1f;

  /**
   * What differs between the models.
   *
   * @param sharing what shares a branch
   * @param drawn modalities per slot, 0 for all
   * @param alpha weight of the contrastive loss
   * @param tau its temperature
   * @param batch whether items are contrasted within the batch, not within their list
   * @param cosine whether cosines are compared, not dot products
   */
  record Variant(
      Sharing sharing, int drawn, double alpha, double tau, boolean batch, boolean cosine) {
    Variant(Sharing sharing, int drawn, double alpha, double tau) {
      this(sharing, drawn, alpha, tau, false, false);
    }
  }

  private final Map<String, List<String>> modalities = new LinkedHashMap<>();
  private final Map<String, TwinInputs> inputs = new LinkedHashMap<>();
  private final Variant variant;
  private final Map<String, double[]> means = new HashMap<>();
  private final Map<String, double[]> variances = new HashMap<>();
  private int lastStep;

  BranchedTwin(
      TwinInputs users,
      List<String> ofUsers,
      TwinInputs items,
      List<String> ofItems,
      Variant variant) {
    inputs.put("users", users);
    inputs.put("items", items);
    modalities.put("users", ofUsers);
    modalities.put("items", ofItems);
    this.variant = variant;
  }

  private record Side(double[][] slots, double penalty) {}

  @Override
  public double loss(Weights weights, Batch batch, int step) {
    boolean first = step > lastStep;
    lastStep = step;
    Side users = side(weights, "users", batch, batch.lists(), first);
    Side items = side(weights, "items", batch, batch.length(), first);
    return TwinInputs.bpr(batch, users.slots(), items.slots()) + users.penalty() + items.penalty();
  }

  private Side side(Weights weights, String side, Batch batch, int group, boolean first) {
    TwinInputs of = inputs.get(side);
    List<String> names = modalities.get(side);
    int[] slots = of.slots(batch);
    if (isLayer(names)) {
      return new Side(
          IntStream.of(slots)
              .mapToObj(entity -> of.projected(weights, names.get(0), entity, true))
              .toArray(double[][]::new),
          0);
    }
    UniformRandomProvider random = new Seed(batch.seed()).derive("modalities/" + side).rng();
    ModalityDraw draw = new ModalityDraw(variant.drawn(), -1, new double[names.size()]);
    List<int[]> chosen =
        IntStream.of(slots)
            .mapToObj(entity -> draw.of(of.available(names, entity), random))
            .toList();
    double[][][] parts = parts(weights, side, slots, chosen);
    normalise(weights, side, chosen, parts, first);
    double[][] fused = Arrays.stream(parts).map(BranchedTwin::mean).toArray(double[][]::new);
    if (variant.alpha() == 0 || names.size() == 1) {
      return new Side(fused, 0);
    }
    int among = variant.batch() ? slots.length : group;
    double contrast =
        TwinInputs.infoNce(contrasted(parts, 0), contrasted(parts, 1), among, variant.tau());
    return new Side(fused, variant.alpha() * contrast);
  }

  /** One of the two modalities of every slot, null where there are not two. */
  private double[][] contrasted(double[][][] parts, int which) {
    return Arrays.stream(parts)
        .map(part -> part.length < 2 ? null : variant.cosine() ? unit(part[which]) : part[which])
        .toArray(double[][]::new);
  }

  private static double[] unit(double[] x) {
    return Vectors.times(1 / Math.sqrt(Math.max(Vectors.dot(x, x), 1e-12)), x);
  }

  private double[][][] parts(Weights weights, String side, int[] slots, List<int[]> chosen) {
    double[][][] parts = new double[slots.length][][];
    for (int slot = 0; slot < slots.length; slot++) {
      int entity = slots[slot];
      parts[slot] =
          IntStream.of(chosen.get(slot))
              .mapToObj(m -> embedded(weights, side, modalities.get(side).get(m), entity))
              .toArray(double[][]::new);
    }
    return parts;
  }

  private String branch(String side, String modality) {
    return switch (variant.sharing()) {
      case NOTHING -> "branch/" + side + "/" + modality;
      case SIDE -> "branch/" + side;
      case EVERYTHING -> "branch";
    };
  }

  private boolean isLayer(List<String> names) {
    return names.size() == 1 && variant.sharing() != Sharing.EVERYTHING;
  }

  /** One hidden layer and the embedding, before the batch norm. */
  private double[] embedded(Weights weights, String side, String modality, int entity) {
    double[] x = inputs.get(side).projected(weights, modality, entity, true);
    x = unit(x);
    String branch = branch(side, modality);
    for (int n = 0; n < 2; n++) {
      String layer = branch + "/" + n;
      x = Vectors.dense(x, weights.table(layer + "/weights"), weights.vector(layer + "/bias"));
      x = n == 0 ? Vectors.map(x, Vectors::relu) : x;
    }
    return x;
  }

  private void normalise(
      Weights weights, String side, List<int[]> chosen, double[][][] parts, boolean first) {
    Map<String, List<double[]>> rows = new HashMap<>();
    for (int slot = 0; slot < parts.length; slot++) {
      for (int k = 0; k < parts[slot].length; k++) {
        String branch = branch(side, modalities.get(side).get(chosen.get(slot)[k]));
        rows.computeIfAbsent(branch, absent -> new ArrayList<>()).add(parts[slot][k]);
      }
    }
    Map<String, double[]> mean = new HashMap<>();
    Map<String, double[]> variance = new HashMap<>();
    rows.forEach(
        (branch, of) -> {
          mean.put(branch, mean(of.toArray(double[][]::new)));
          double[][] squares =
              of.stream()
                  .map(row -> Vectors.map(Vectors.plus(row, -1, mean.get(branch)), x -> x * x))
                  .toArray(double[][]::new);
          variance.put(branch, mean(squares));
          if (first) {
            double unbiased = of.size() / Math.max(1.0, of.size() - 1);
            track(means, branch + side, mean.get(branch), 0);
            track(variances, branch + side, Vectors.times(unbiased, variance.get(branch)), 1);
          }
        });
    for (int slot = 0; slot < parts.length; slot++) {
      for (int k = 0; k < parts[slot].length; k++) {
        String branch = branch(side, modalities.get(side).get(chosen.get(slot)[k]));
        parts[slot][k] =
            normal(weights, branch, parts[slot][k], mean.get(branch), variance.get(branch));
      }
    }
  }

  private static void track(
      Map<String, double[]> running, String branch, double[] fresh, double start) {
    double[] old = running.getOrDefault(branch, Vectors.map(fresh, x -> start));
    running.put(branch, Vectors.plus(Vectors.times(1 - MOMENTUM, old), MOMENTUM, fresh));
  }

  private static double[] normal(
      Weights weights, String branch, double[] x, double[] mean, double[] variance) {
    double[] scale = weights.vector(branch + "/norm/scale");
    double[] shift = weights.vector(branch + "/norm/shift");
    return IntStream.range(0, x.length)
        .mapToDouble(k -> (x[k] - mean[k]) / Math.sqrt(variance[k] + EPSILON) * scale[k] + shift[k])
        .toArray();
  }

  private static double[] mean(double[][] rows) {
    double[] mean = new double[rows[0].length];
    for (double[] row : rows) {
      mean = Vectors.plus(mean, 1.0 / rows.length, row);
    }
    return mean;
  }

  @Override
  public double[][] scores(Weights weights) {
    return Vectors.dots(all(weights, "users"), all(weights, "items"));
  }

  /** By the running means of the batch norms. */
  private double[][] all(Weights weights, String side) {
    TwinInputs of = inputs.get(side);
    List<String> names = modalities.get(side);
    double[][] all = new double[of.profiles().rows()][];
    for (int entity = 0; entity < all.length; entity++) {
      int e = entity;
      if (isLayer(names)) {
        all[e] = of.projected(weights, names.get(0), e, of.has(names.get(0), e));
        continue;
      }
      double[][] parts =
          IntStream.of(of.available(names, e))
              .mapToObj(names::get)
              .map(name -> inferred(weights, side, name, e))
              .toArray(double[][]::new);
      all[e] = parts.length == 0 ? new double[3] : mean(parts);
    }
    return all;
  }

  private double[] inferred(Weights weights, String side, String modality, int entity) {
    String branch = branch(side, modality);
    double[] x = embedded(weights, side, modality, entity);
    return normal(weights, branch, x, means.get(branch + side), variances.get(branch + side));
  }
}
