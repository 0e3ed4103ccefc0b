package org.trellisrec.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trellisrec.pipeline.SavedWeights.Description;
import org.trellisrec.report.Folders;
import org.trellisrec.report.UnitKey;
import org.trellisrec.spi.InputException;

/**
 * Finds saved models that are to be read instead of training, and makes sure that they are what the
 * configuration and the data ask for.
 *
 * @param results folder of the runs of this data set
 */
record Restoration(Path results) {
  /**
   * The saved model of a unit.
   *
   * @throws InputException if there is none
   */
  SavedWeights find(ModelPlan plan, UnitKey key) {
    Optional<Path> run = plan.keep().restore().run();
    try {
      return run.isPresent() ? in(run.get(), plan, key) : latest(plan, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SavedWeights in(Path run, ModelPlan plan, UnitKey key) throws IOException {
    SavedWeights weights = SavedWeights.in(run, key);
    if (!weights.exists()) {
      List<String> units = SavedWeights.unitsIn(run);
      throw new InputException(
          "models.%s.meta.restore: %s holds no model of %s; it holds %s. Name the folder of a run with"
              + " meta.save_weights: true and the same name of the model, protocol and seed",
          plan.at().name(),
          run,
          key.fileName(),
          units.isEmpty() ? "no models at all" : String.join(", ", units));
    }
    return weights;
  }

  private SavedWeights latest(ModelPlan plan, UnitKey key) throws IOException {
    return Folders.list(results).stream()
        .map(run -> SavedWeights.in(run, key))
        .filter(SavedWeights::exists)
        .max(Comparator.comparing(Restoration::writtenAt))
        .orElseThrow(
            () ->
                new InputException(
                    "models.%s.meta.restore: no run in %s holds a model of %s; run once with"
                        + " meta.save_weights: true, or give the folder of the run instead of true",
                    plan.at().name(), results, key.fileName()));
  }

  private static FileTime writtenAt(SavedWeights weights) {
    try {
      return Files.getLastModifiedTime(weights.descriptionFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The trial that a saved model belongs to.
   *
   * @throws InputException if the model was learned by another recommender, with other parameters,
   *     or from other data
   */
  static Trial check(ModelPlan plan, SavedWeights weights, DataHashes data) {
    Description saved = weights.description();
    if (!saved.recommender().equals(plan.recommender())) {
      throw wrong(plan, weights, "is a " + saved.recommender() + ", not a " + plan.recommender());
    }
    if (!saved.learnedFrom().vocabulary().equals(data.vocabulary())) {
      throw wrong(
          plan, weights, "was learned from other users or items than the data of this run have");
    }
    if (!saved.learnedFrom().train().equals(data.train())) {
      throw wrong(
          plan,
          weights,
          "was learned from other interactions than the training data of this split, and may know"
              + " what it is to be tested on");
    }
    if (saved.learnedFrom().side() == null) {
      throw wrong(
          plan,
          weights,
          "was saved by an earlier version, which did not note the side information it learned from");
    }
    if (saved.sideInformation() && !data.side().equals(saved.learnedFrom().side())) {
      throw wrong(
          plan,
          weights,
          "was learned from other side information than this run declares (modalities that it does not"
              + " use count as well), or from other training_rates of it");
    }
    return plan.trials()
        .matching(saved)
        .orElseThrow(() -> wrong(plan, weights, difference(plan, saved.parameters())));
  }

  private static String difference(ModelPlan plan, Map<String, String> saved) {
    if (plan.trials().sequential()) {
      return "has the parameters "
          + saved
          + ", and was not found in this search space with the same values of what is not searched";
    }
    if (plan.trials().several()) {
      return "has the parameters " + saved + ", which none of the trials has";
    }
    Map<String, String> wanted = plan.trials().first().parameters();
    Set<String> names = new LinkedHashSet<>(wanted.keySet());
    names.addAll(saved.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(wanted.get(name), saved.get(name)))
        .map(name -> difference(name, saved.get(name), wanted.get(name)))
        .collect(Collectors.joining(", ", "has other parameters: ", ""));
  }

  private static String difference(String name, String saved, String wanted) {
    if (saved == null) {
      return "%s is %s here, and the version that saved it had no such parameter"
          .formatted(name, wanted);
    }
    if (wanted == null) {
      return "it has %s: %s, a parameter that there is no longer".formatted(name, saved);
    }
    return "%s: %s instead of %s".formatted(name, saved, wanted);
  }

  private static InputException wrong(ModelPlan plan, SavedWeights weights, String what) {
    return new InputException(
        "models.%s.meta.restore: the model in %s %s; restore another one, or train it",
        plan.at().name(), weights.folder(), what);
  }
}
