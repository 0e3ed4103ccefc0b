package org.trellisrec.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Split;
import org.trellisrec.data.TaskNames;
import org.trellisrec.data.TrainingData;
import org.trellisrec.report.Journal;
import org.trellisrec.report.UnitKey;
import org.trellisrec.report.UnitResult;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.SavableModel;
import org.trellisrec.spi.Seed;

/**
 * Runs the units of a split, or takes them from the journal.
 *
 * @param plan the run
 * @param data all data
 * @param missing what is withheld of its modalities
 * @param folder the run folder
 * @param identity hash of all that measured values depend on
 * @param fingerprint hash of the data
 * @param restoration finds saved models
 * @param listener hears what happens
 */
record UnitStage(
    RunPlan plan,
    Dataset data,
    MissingModalities missing,
    RunFolder folder,
    String identity,
    String fingerprint,
    Restoration restoration,
    NoteKeeper listener) {

  /** The results of all models on one split. */
  List<UnitResult> run(Split split, long seed) {
    Dataset learned = missing.training(split, new Seed(seed));
    missing.trainingNotes(split, learned).forEach(listener::note);
    TrainingData training = new TrainingData(learned, split.train());
    Split posed = missing.pose(split, new Seed(seed));
    Judge judge = new Judge(data, posed, plan.measures(), listener);
    Optional<DataHashes> hashes =
        plan.keepsModels()
            ? Optional.of(DataHashes.of(fingerprint, learned, split))
            : Optional.empty();
    List<UnitResult> results = new ArrayList<>();
    for (ModelPlan model : plan.models()) {
      UnitKey key = new UnitKey(seed, split.protocol(), split.fold(), model.label());
      Optional<UnitResult> known = folder.journal().find(key).filter(result -> !result.failed());
      if (known.isPresent()) {
        listener.info(describe(key) + ": already done");
        store(key).forget();
        keepEmbeddings(model, key, posed, training, judge);
        known.get().notes().forEach(listener::note);
        results.add(known.get());
      } else {
        listener.info(describe(key));
        results.add(run(unit(key, model, posed, training, judge, hashes), hashes));
      }
    }
    return results;
  }

  private Unit unit(
      UnitKey key,
      ModelPlan model,
      Split split,
      TrainingData training,
      Judge judge,
      Optional<DataHashes> hashes) {
    boolean restores = model.keep().restore().asked();
    Optional<SavedWeights> weights =
        restores ? Optional.of(restoration.find(model, key)) : Optional.empty();
    ModelPlan own =
        weights
            .map(found -> model.only(Restoration.check(model, found, hashes.orElseThrow())))
            .orElse(model);
    return new Unit(
        key,
        own,
        split,
        selection(model, split),
        training,
        judge,
        plan.measures(),
        listener,
        store(key),
        weights);
  }

  private List<EvalTask> selection(ModelPlan model, Split split) {
    boolean onTest =
        split.validation().isEmpty()
            && plan.selectionOnTest()
            && model.decidedByMetric().isPresent();
    return onTest
        ? split.test().stream().filter(t -> !TaskNames.withholds(t.name())).toList()
        : split.validation();
  }

  private UnitStore store(UnitKey key) {
    return new UnitStore(
        folder, key, identity, plan.recording().resume(), plan.recording().tensorboard());
  }

  private UnitResult run(Unit unit, Optional<DataHashes> hashes) {
    TestFiles files = new TestFiles(folder.path(), data, unit.plan().keep().recommendations());
    int told = listener.heard().size();
    UnitResult measured =
        new ModelRun(unit)
            .run(
                (key, trial, model, tests) -> {
                  files.write(key, tests);
                  if (unit.plan().keep().weights()) {
                    save(unit, trial, model, hashes.orElseThrow());
                  }
                  if (plan.keepsEmbeddings()) {
                    save(key, model);
                  }
                });
    List<String> heard = listener.heard();
    UnitResult result = measured.withNotes(heard.subList(told, heard.size()));
    record(folder.journal(), result);
    new Details(listener).unit(result);
    if (!result.failed()) {
      unit.store().forget();
    }
    return result;
  }

  private void save(Unit unit, Trial trial, Model model, DataHashes hashes) {
    UnitKey key = unit.key();
    SavedWeights.Description description =
        new SavedWeights.Description(
            unit.plan().recommender(),
            key.model(),
            trial.number(),
            key.seed(),
            key.protocol(),
            key.fold(),
            trial.parameters(),
            SavedWeights.usesSideInformation(model),
            hashes);
    try {
      SavedWeights.in(folder.path(), key)
          .write(description, SavedWeights.Ids.of(data), (SavableModel) model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void save(UnitKey key, Model model) {
    try {
      SavedEmbeddings.in(folder.path(), key).write(key, model, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a unit that was finished before an analysis asked for its vectors, reads the model. */
  private void keepEmbeddings(
      ModelPlan model, UnitKey key, Split split, TrainingData training, Judge judge) {
    if (!plan.keepsEmbeddings() || SavedEmbeddings.in(folder.path(), key).exist()) {
      return;
    }
    SavedWeights weights = SavedWeights.in(folder.path(), key);
    if (!weights.exists()) {
      listener.note(
          "%s: neither its weights nor its vectors per modality were kept; to analyse them, delete %s and run again"
              .formatted(describe(key), folder.journal().file(key)));
      return;
    }
    Dataset learned = missing.training(split, new Seed(key.seed()));
    DataHashes hashes = DataHashes.of(fingerprint, learned, split);
    ModelPlan own = model.only(Restoration.check(model, weights, hashes));
    Unit unit =
        new Unit(
            key,
            own,
            split,
            List.of(),
            training,
            judge,
            plan.measures(),
            listener,
            store(key),
            Optional.of(weights));
    try (Model restored = new TrialRun(unit, own.trials().get(0)).model()) {
      save(key, restored);
    }
  }

  private String describe(UnitKey key) {
    String seed = plan.seeds().size() > 1 ? ", seed " + key.seed() : "";
    return "%s on %s, fold %s%s".formatted(key.model(), key.protocol(), key.fold(), seed);
  }

  private static void record(Journal journal, UnitResult result) {
    try {
      journal.record(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
