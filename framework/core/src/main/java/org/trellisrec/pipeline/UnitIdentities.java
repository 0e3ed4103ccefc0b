package org.trellisrec.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.report.Sha256;
import org.trellisrec.report.UnitIdentity;

/**
 * What the units of a run depend on. It is the same for all units of a model: their seeds,
 * protocols and folds are in their keys.
 *
 * @param code hash of the program and its plugins
 * @param byModel by label, in the order of the models
 */
record UnitIdentities(String code, Map<String, UnitIdentity> byModel) {
  /**
   * The identities of the units of a plan.
   *
   * @param data hash of the data
   * @param splits hash of the splits that come with them, empty without any
   * @param code hash of the program and its plugins
   */
  static UnitIdentities of(RunPlan plan, String data, String splits, String code) {
    Map<Path, List<String>> known = new HashMap<>();
    List<String> shared = plan.files().contents(known);
    Map<String, UnitIdentity> byModel = new LinkedHashMap<>();
    for (ModelPlan model : plan.models()) {
      List<String> files = new ArrayList<>(shared);
      files.add("of the model:");
      files.addAll(model.source().files().contents(known));
      Map<String, String> hashes =
          Map.of(
              UnitIdentity.CODE, code,
              UnitIdentity.DATA, data,
              UnitIdentity.SPLITS, splits,
              UnitIdentity.FILES, Sha256.of(String.join("\n", files)),
              UnitIdentity.SEARCH, Sha256.of(model.source().points()));
      byModel.put(
          model.label(), new UnitIdentity(hashes, plan.file().shared(), model.source().keys()));
    }
    return new UnitIdentities(code, byModel);
  }

  /** That of the units of a model. */
  UnitIdentity of(String label) {
    return byModel.get(label);
  }

  /** One hash of all of them. */
  String hash() {
    StringBuilder text = new StringBuilder();
    byModel.forEach(
        (label, identity) ->
            text.append(label.length() + " " + label + " " + identity.hash() + "\n"));
    return Sha256.of(text.toString());
  }
}
